import { contingencyTable } from "./contingency-table.js";

/**
 * Measures how far two clusterings of the same rows agree, corrected for chance (Hubert & Arabie 1985). Noise
 * counts as one cluster of its own.
 *
 * @param a one label a row
 * @param b one label a row, in any numbering
 * @returns 1 for the same partition, about 0 for chance, at least −0.5
 * @throws SegmentLabError `bad-value` when the lengths differ
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { rows, sizesA, sizesB, cells } = contingencyTable(a, b);
  const together = pairs(cells.map(({ count }) => count));
  const inA = pairs(sizesA);
  const inB = pairs(sizesB);
  const expected = (inA / (rows * (rows - 1))) * 2 * inB;
  const most = (inA + inB) / 2;
  // both put all rows together, or all apart
  return most === expected || rows < 2 ? 1 : (together - expected) / (most - expected);
}

function pairs(sizes: Iterable<number>): number {
  let sum = 0;
  for (const size of sizes) sum += (size * (size - 1)) / 2;
  return sum;
}
