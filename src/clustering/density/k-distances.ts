import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { neighbourDistances } from "./neighbour-distances.js";

/**
 * Computes the k-distance curve by which one chooses DBSCAN's eps: the distances to the `minPoints`-th nearest row
 * (each row counts itself), ascending. Its knee is where noise begins (Ester et al. 1996).
 *
 * @param matrix the rows
 * @param minPoints DBSCAN's minPoints, 1 … rows
 * @param run `signal`, `onProgress`
 * @returns one distance a row, ascending; `neighbourDistances` gives them in the order of the rows
 * @example
 * const curve = await kDistances(matrix, 10);
 * const eps = curve[kneeOf(curve)];
 */
export async function kDistances(matrix: Matrix, minPoints: number, run: RunOptions = {}): Promise<Float64Array> {
  return (await neighbourDistances(matrix, minPoints, run)).sort();
}
