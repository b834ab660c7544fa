import type { Matrix } from "../../core/matrix.js";
import { squaredDistance } from "../squared-distance.js";

/**
 * Measures the Euclidean distances between all pairs of rows.
 *
 * @param matrix the rows
 * @param breathe called after each row with the number of rows measured
 * @returns rows · (rows − 1) / 2 numbers in SciPy's condensed order: (0, 1), (0, 2) … (1, 2) …
 */
export async function condensedDistances(
  { data, rows, columns }: Matrix,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<Float64Array> {
  const width = columns.length;
  const condensed: Float64Array = new Float64Array((rows * (rows - 1)) / 2);
  for (let i = 0, at = 0; i < rows; at += rows - 1 - i, i++) {
    measureRow(data, width, i, condensed, at);
    const pause = breathe(i + 1);
    if (pause) await pause;
  }
  return condensed;
}

// hot: from row i to all after it
function measureRow(data: Float64Array, width: number, i: number, condensed: Float64Array, at: number): void {
  const rows = data.length / width;
  for (let j = i + 1, to = at; j < rows; j++, to++) {
    condensed[to] = Math.sqrt(squaredDistance(data, i * width, data, j * width, width));
  }
}
