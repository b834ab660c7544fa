import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { epsAtKnee } from "./eps-at-knee.js";
import { kDistances } from "./k-distances.js";

/**
 * Suggests DBSCAN's eps: the knee of the k-distance curve. A starting point, not an answer: look at the curve.
 *
 * @param matrix the rows
 * @param minPoints DBSCAN's minPoints
 * @param run `signal`, `onProgress`
 * @returns a distance: where the curve has no knee its largest value; where that is zero the least distance above
 *   zero; 0 where there is none (fewer rows than `minPoints`, or all rows the same)
 */
export async function suggestEps(matrix: Matrix, minPoints: number, run: RunOptions = {}): Promise<number> {
  if (matrix.rows < minPoints) return 0;
  return epsAtKnee(await kDistances(matrix, minPoints, run));
}
