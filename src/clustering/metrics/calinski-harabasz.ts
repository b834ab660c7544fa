import type { Matrix } from "../../core/matrix.js";
import { clusterCentroids } from "../cluster-centroids.js";
import { withinSumOfSquares } from "./within-sum-of-squares.js";

/**
 * Compares the variance between clusters with that within them (Caliński & Harabasz 1974): larger is better.
 * Noise is left out.
 *
 * @param matrix the clustered rows
 * @param labels one label a row; negative is noise
 * @returns a number ≥ 0; infinite where every row sits on its centroid; NaN unless 2 ≤ clusters < rows
 */
export function calinskiHarabasz(matrix: Matrix, labels: ArrayLike<number>): number {
  const { centroids, sizes } = clusterCentroids(matrix, labels);
  const width = matrix.columns.length;
  const clusters = sizes.filter((size) => size > 0).length;
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  if (clusters < 2 || clusters >= rows) return Number.NaN;
  const together = clusterCentroids(
    matrix,
    Int32Array.from({ length: matrix.rows }, (_, i) => (labels[i]! < 0 ? -1 : 0)),
  );
  const centre = together.centroids.data;
  let between = 0;
  sizes.forEach((size, c) => {
    for (let j = 0; size > 0 && j < width; j++) between += size * (centroids.data[c * width + j]! - centre[j]!) ** 2;
  });
  return (between * (rows - clusters)) / (withinSumOfSquares(matrix, labels) * (clusters - 1));
}
