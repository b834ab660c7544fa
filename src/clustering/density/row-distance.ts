import type { IndexedRows } from "./index-rows.js";

/**
 * Measures the exact squared distance from a point to the row at a position of the tree; infinite as soon as its
 * turned columns show that it is above `limit`.
 */
export type RowDistance = (
  position: number,
  turned: Float64Array,
  atTurned: number,
  exact: Float64Array,
  atExact: number,
  limit: number,
) => number;

/** Makes the inner loop of the searches. */
export function createRowDistance({ width, exact: rows, turned: turnedRows }: IndexedRows): RowDistance {
  const measure = (position: number, exact: Float64Array, at: number): number => {
    let sum = 0;
    for (let j = 0, from = position * width; j < width; j++, from++) {
      const gap = exact[at + j]! - rows[from]!;
      sum += gap * gap;
    }
    return sum;
  };
  if (rows === turnedRows) return (position, _turned, _at, exact, atExact) => measure(position, exact, atExact);
  // hot: most rows are discarded by their first four columns
  return (position, turned, at, exact, atExact, limit) => {
    const from = position * width;
    const first = turned[at]! - turnedRows[from]!;
    const second = turned[at + 1]! - turnedRows[from + 1]!;
    const third = turned[at + 2]! - turnedRows[from + 2]!;
    const fourth = turned[at + 3]! - turnedRows[from + 3]!;
    let sum = first * first + second * second + (third * third + fourth * fourth);
    if (sum > limit) return Number.POSITIVE_INFINITY;
    for (let j = 4; j < width; j++) {
      const gap = turned[at + j]! - turnedRows[from + j]!;
      sum += gap * gap;
      if ((j & 1) === 1 && sum > limit) return Number.POSITIVE_INFINITY;
    }
    return sum > limit ? Number.POSITIVE_INFINITY : measure(position, exact, atExact);
  };
}
