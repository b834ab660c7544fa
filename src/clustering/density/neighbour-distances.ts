import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { createKdTree } from "./kd-tree.js";

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
  const { data, rows, columns } = matrix;
  const breathe = createBreather(run, "neighbour distances");
  const tree = createKdTree(matrix);
  const nearest = new Int32Array(minPoints);
  const distances = new Float64Array(minPoints);
  const result: Float64Array = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < rows; i++) {
    const count = tree.nearest(data, i * columns.length, nearest, distances);
    if (count === minPoints) result[i] = distances[minPoints - 1]!;
    const pause = breathe(i, rows);
    if (pause) await pause;
  }
  return result;
}
