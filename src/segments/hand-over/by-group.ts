/** Rows by their group, in the order in which they stand. */
export function byGroup<Row extends { readonly own: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.own);
    if (known) known.push(row);
    else groups.set(row.own, [row]);
  }
  return groups;
}
