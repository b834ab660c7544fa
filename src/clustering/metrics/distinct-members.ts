import type { Matrix } from "../../core/matrix.js";

/**
 * Lists each cluster's rows, of equal rows the first alone.
 *
 * @returns row numbers by cluster, ascending; and how many distinct rows are noise
 */
export function distinctMembers(
  { data, rows, columns }: Matrix,
  labels: ArrayLike<number>,
): { members: number[][]; noise: number } {
  const width = columns.length;
  const seen: Set<string>[] = [];
  const members: number[][] = [];
  let noise = 0;
  for (let i = 0; i < rows; i++) {
    // slot 0 is noise
    const slot = Math.max(0, labels[i]! + 1);
    while (seen.length <= slot) {
      seen.push(new Set());
      members.push([]);
    }
    const key = data.subarray(i * width, (i + 1) * width).join();
    if (seen[slot]!.has(key)) continue;
    seen[slot]!.add(key);
    if (slot === 0) noise++;
    else members[slot]!.push(i);
  }
  return { members: members.slice(1), noise };
}
