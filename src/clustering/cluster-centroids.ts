import type { Matrix } from "../core/matrix.js";

/**
 * Computes the mean of every cluster.
 *
 * @param matrix the clustered rows
 * @param labels one label a row, 0 … clusters − 1; negative rows (noise) belong to none
 * @returns one row a cluster in the matrix's columns, ids `0, 1, …`; and how many rows each holds
 */
export function clusterCentroids(matrix: Matrix, labels: ArrayLike<number>): { centroids: Matrix; sizes: Int32Array } {
  const { data, rows, columns } = matrix;
  const width = columns.length;
  let clusters = 0;
  for (let i = 0; i < rows; i++) clusters = Math.max(clusters, labels[i]! + 1);
  const means: Float64Array = new Float64Array(clusters * width);
  const sizes: Int32Array = new Int32Array(clusters);
  for (let i = 0; i < rows; i++) {
    const label = labels[i]!;
    if (label < 0) continue;
    sizes[label]!++;
    for (let j = 0; j < width; j++) means[label * width + j]! += data[i * width + j]!;
  }
  for (let c = 0; c < clusters; c++) {
    for (let j = 0; j < width; j++) means[c * width + j]! /= sizes[c]!;
  }
  const ids = Array.from({ length: clusters }, (_, c) => String(c));
  return { centroids: { data: means, rows: clusters, columns, ids }, sizes };
}
