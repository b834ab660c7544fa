import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { kDistances } from "./k-distances.js";
import { kneeOf } from "./knee.js";

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
  const curve = await kDistances(matrix, minPoints, run);
  const knee = kneeOf(curve);
  const eps = curve[knee >= 0 ? knee : curve.length - 1]!;
  return eps > 0 ? eps : (curve.find((distance) => distance > 0) ?? 0);
}
