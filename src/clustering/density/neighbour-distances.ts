import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { indexRows } from "./index-rows.js";
import { nearestRows } from "./nearest-rows.js";

/**
 * Measures for each row how far its `minPoints`-th nearest row is, the row itself counted as the first: at this
 * eps or above DBSCAN takes the row for a core point.
 *
 * @param matrix the rows
 * @param minPoints which neighbour, 1 (the row itself) … rows
 * @param run `signal`, `onProgress`
 * @returns one distance a row; infinite where there are fewer rows than `minPoints`
 */
export async function neighbourDistances(
  matrix: Matrix,
  minPoints: number,
  run: RunOptions = {},
): Promise<Float64Array> {
  const breathe = createBreather(run, "neighbour distances");
  const index = indexRows(matrix);
  const { last } = await nearestRows(index, minPoints, 0, (done) => breathe(done, matrix.rows));
  const result: Float64Array = new Float64Array(matrix.rows);
  index.order.forEach((row, p) => {
    result[row] = Math.sqrt(last[p]!);
  });
  return result;
}
