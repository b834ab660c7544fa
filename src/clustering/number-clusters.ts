/** Labels in their final numbering. */
export interface NumberedClusters {
  /** One label a row: 0, 1, … by descending size; −1 is noise. */
  readonly labels: Int32Array;
  /** The number of clusters, noise not counted. */
  readonly clusters: number;
  /** For each final number, the number the cluster had before. */
  readonly before: Int32Array;
}

/**
 * Numbers clusters 0, 1, … by descending size, ties by smallest row, so that the same partition always has the
 * same labels. Numbers that no row carries vanish.
 *
 * @param raw one label a row, any whole numbers; negative is noise
 * @returns the labels, the number of clusters, and which number each had before
 */
export function numberClusters(raw: ArrayLike<number>): NumberedClusters {
  const sizes = new Map<number, number>();
  for (let i = 0; i < raw.length; i++) {
    if (raw[i]! >= 0) sizes.set(raw[i]!, (sizes.get(raw[i]!) ?? 0) + 1);
  }
  // a map keeps the order of first rows, and the sort is stable
  const before = [...sizes].sort((a, b) => b[1] - a[1]).map(([label]) => label);
  const numbers = new Map(before.map((label, number) => [label, number]));
  const labels = new Int32Array(raw.length);
  for (let i = 0; i < raw.length; i++) labels[i] = numbers.get(raw[i]!) ?? -1;
  return { labels, clusters: before.length, before: Int32Array.from(before) };
}
