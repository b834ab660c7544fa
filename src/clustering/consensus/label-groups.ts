/** The rows of one labeling, group by group. */
export interface LabelGroups {
  /** The rows that are not noise, those of a group side by side and ascending. */
  readonly members: Int32Array;
  /** One a row: where its group goes on after it in `members`; 0 for noise. */
  readonly next: Int32Array;
  /** One a row: where its group ends in `members`; 0 for noise. */
  readonly end: Int32Array;
}

/**
 * Lists the groups of a labeling, so that who shares a row's label is found without asking every other row.
 *
 * @param labels one whole number a row; negative is noise, which shares its label with nobody
 */
export function labelGroups(labels: ArrayLike<number>): LabelGroups {
  const rows = labels.length;
  const sizes = new Map<number, number>();
  for (let i = 0; i < rows; i++) if (labels[i]! >= 0) sizes.set(labels[i]!, (sizes.get(labels[i]!) ?? 0) + 1);
  const filled = new Map<number, number>();
  let clustered = 0;
  for (const [label, size] of sizes) {
    filled.set(label, clustered);
    clustered += size;
  }
  const members: Int32Array = new Int32Array(clustered);
  const next: Int32Array = new Int32Array(rows);
  const end: Int32Array = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const to = filled.get(labels[i]!);
    if (to === undefined) continue;
    members[to] = i;
    next[i] = to + 1;
    filled.set(labels[i]!, to + 1);
  }
  for (let i = 0; i < rows; i++) end[i] = filled.get(labels[i]!) ?? 0;
  return { members, next, end };
}
