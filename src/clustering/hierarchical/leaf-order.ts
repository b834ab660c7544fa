import type { MergeTree } from "../clusterer.js";

/**
 * Orders the rows as the leaves of a dendrogram stand from left to right, so that no branches cross.
 *
 * @param tree a merge tree
 * @returns the row numbers, each once
 */
export function leafOrder({ rows, left, right }: MergeTree): Int32Array {
  const order: Int32Array = new Int32Array(rows);
  if (rows === 0) return order;
  const open = [rows + left.length - 1];
  for (let found = 0; found < rows; ) {
    const node = open.pop()!;
    if (node < rows) order[found++] = node;
    else open.push(right[node - rows]!, left[node - rows]!);
  }
  return order;
}
