import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createRandom, type Random } from "../../core/random.js";
import { selectRows } from "../density/select-rows.js";

/** A part of a matrix's rows. */
export interface SampledRows {
  /** The drawn rows as a matrix of their own. */
  readonly matrix: Matrix;
  /** Their row numbers, ascending. */
  readonly rows: Int32Array;
}

/**
 * Draws rows without replacement, every row with the same chance.
 *
 * @param matrix the rows to draw from
 * @param count how many, 1 … rows
 * @param seed 1 where left out
 * @returns the rows in their order, and their numbers
 * @throws SegmentLabError `bad-option` when there are not so many rows
 * @example
 * const { matrix: some, rows } = sampleRows(matrix, 10_000);
 * const [values] = await silhouettes(some, [Int32Array.from(rows, (row) => clustering.labels[row])]);
 */
export function sampleRows(matrix: Matrix, count: number, seed = 1): SampledRows {
  if (!Number.isInteger(count) || count < 1 || count > matrix.rows) {
    throw new SegmentLabError("bad-option", `cannot draw ${count} of ${matrix.rows} rows; choose 1 to ${matrix.rows}`);
  }
  const rows = drawNumbers(matrix.rows, count, createRandom(seed));
  return { matrix: selectRows(matrix, rows), rows };
}

/**
 * Draws some of the numbers 0 … below − 1, each set of them with the same chance (Vitter's selection sampling).
 *
 * @returns `count` numbers, ascending
 */
export function drawNumbers(below: number, count: number, random: Random): Int32Array {
  const drawn: Int32Array = new Int32Array(count);
  let found = 0;
  for (let i = 0; found < count; i++) {
    if (random.next() * (below - i) < count - found) drawn[found++] = i;
  }
  return drawn;
}
