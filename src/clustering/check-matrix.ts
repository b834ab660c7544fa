import { SegmentLabError } from "../core/errors.js";
import type { Matrix } from "../core/matrix.js";

/** squares of larger values would overflow */
const largest = 1e150;

/**
 * Refuses a matrix that no algorithm can cluster: without rows or columns, or with a value that is not a number
 * (or above 1e150).
 *
 * @throws SegmentLabError `too-few-rows` or `bad-value`, with the row's id and the column's name
 */
export function checkMatrix({ data, rows, columns, ids }: Matrix): void {
  if (rows === 0) throw new SegmentLabError("too-few-rows", "the matrix has no rows; clustering needs at least one");
  const width = columns.length;
  if (width === 0) {
    throw new SegmentLabError("bad-value", "the matrix has no columns; clustering needs at least one");
  }
  for (let at = 0; at < data.length; at++) {
    if (Math.abs(data[at]!) <= largest) continue;
    const row = ids[Math.floor(at / width)];
    throw new SegmentLabError(
      "bad-value",
      `row "${row}" has ${data[at]} in column "${columns[at % width]}"; mend the value or drop the row first`,
    );
  }
}
