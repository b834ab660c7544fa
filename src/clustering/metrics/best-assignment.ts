/**
 * Pairs the rows of a table with its columns, each at most once, so that the sum of the entries is largest (Kuhn 1955,
 * Munkres 1957; by shortest augmenting paths, O(rows² · columns)).
 *
 * @param table rows × columns numbers, row after row
 * @param rows the number of rows
 * @param columns the number of columns
 * @returns for each row its column, or −1 where there are more rows than columns
 */
export function bestAssignment(table: ArrayLike<number>, rows: number, columns: number): Int32Array {
  const turned = rows > columns;
  const [few, many] = turned ? [columns, rows] : [rows, columns];
  const cost = (i: number, j: number) => -(turned ? table[j * columns + i]! : table[i * columns + j]!);
  // numbered from 1: 0 stands for "not yet paired"
  const potentialFew = new Float64Array(few + 1);
  const potentialMany = new Float64Array(many + 1);
  const partner = new Int32Array(many + 1);
  const before = new Int32Array(many + 1);
  for (let i = 1; i <= few; i++) {
    partner[0] = i;
    const slack = new Float64Array(many + 1).fill(Number.POSITIVE_INFINITY);
    const visited = new Uint8Array(many + 1);
    let current = 0;
    do {
      visited[current] = 1;
      const row = partner[current]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= many; j++) {
        if (visited[j]) continue;
        const reduced = cost(row - 1, j - 1) - potentialFew[row]! - potentialMany[j]!;
        if (reduced < slack[j]!) {
          slack[j] = reduced;
          before[j] = current;
        }
        if (slack[j]! < step) {
          step = slack[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= many; j++) {
        if (visited[j]) {
          potentialFew[partner[j]!]! += step;
          potentialMany[j]! -= step;
        } else {
          slack[j]! -= step;
        }
      }
      current = next;
    } while (partner[current] !== 0);
    for (; current !== 0; current = before[current]!) partner[current] = partner[before[current]!]!;
  }
  const assigned: Int32Array = new Int32Array(rows).fill(-1);
  for (let j = 1; j <= many; j++) {
    if (partner[j] === 0) continue;
    if (turned) assigned[j - 1] = partner[j]! - 1;
    else assigned[partner[j]! - 1] = j - 1;
  }
  return assigned;
}
