import type { Matrix } from "../../core/matrix.js";
import { clusterCentroids } from "../cluster-centroids.js";
import { squaredDistance } from "../squared-distance.js";

/**
 * Sums the squared distances of the rows to the means of their clusters; noise is left out.
 *
 * @param matrix the clustered rows
 * @param labels one label a row; negative is noise
 * @returns a number ≥ 0, in squared units of the matrix
 */
export function withinSumOfSquares(matrix: Matrix, labels: ArrayLike<number>): number {
  const { centroids } = clusterCentroids(matrix, labels);
  const width = matrix.columns.length;
  let sum = 0;
  for (let i = 0; i < matrix.rows; i++) {
    if (labels[i]! < 0) continue;
    sum += squaredDistance(matrix.data, i * width, centroids.data, labels[i]! * width, width);
  }
  return sum;
}
