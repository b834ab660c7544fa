import { withinSumOfSquares } from "../../clustering/metrics/within-sum-of-squares.js";
import type { Matrix } from "../../core/matrix.js";
import { fitLabels } from "../stability/fit-labels.js";

/** Clusters rows into k groups. */
export type LabelMaker = (matrix: Matrix, k: number, seed: number) => Promise<Int32Array>;

/**
 * Cuts rows into each number of groups and takes the logarithm of half the sum of squares within: one task of
 * `gapStatistic`, for the rows themselves or for one reference.
 *
 * @param matrix rows × columns
 * @param ks the numbers of groups
 * @param seed of the fits
 * @param labelsOf k-means with one start where left out
 * @returns one number a k
 */
export async function logDispersions(
  matrix: Matrix,
  ks: readonly number[],
  seed: number,
  labelsOf: LabelMaker = kmeansLabels,
): Promise<Float64Array> {
  const logs: Float64Array = new Float64Array(ks.length);
  for (const [i, k] of ks.entries()) {
    const labels = k === 1 ? new Int32Array(matrix.rows) : await labelsOf(matrix, k, seed);
    logs[i] = Math.log(withinSumOfSquares(matrix, labels) / 2);
  }
  return logs;
}

async function kmeansLabels(matrix: Matrix, k: number, seed: number): Promise<Int32Array> {
  return (await fitLabels(matrix, { algorithm: "kmeans", options: { k, starts: 1 } }, seed)).labels;
}
