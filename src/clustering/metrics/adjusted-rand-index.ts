import { SegmentLabError } from "../../core/errors.js";

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
  const rows = a.length;
  if (b.length !== rows) {
    throw new SegmentLabError("bad-value", `${rows} labels cannot be compared with ${b.length}; take the same rows`);
  }
  const numbersA = new Map<number, number>();
  const numbersB = new Map<number, number>();
  const numberOf = (numbers: Map<number, number>, label: number): number => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  };
  const cells = new Map<number, number>();
  const sizesA: number[] = [];
  const sizesB: number[] = [];
  for (let i = 0; i < rows; i++) {
    const p = numberOf(numbersA, a[i]!);
    const q = numberOf(numbersB, b[i]!);
    sizesA[p] = (sizesA[p] ?? 0) + 1;
    sizesB[q] = (sizesB[q] ?? 0) + 1;
    const cell = p * rows + q;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const together = pairs(cells.values());
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
