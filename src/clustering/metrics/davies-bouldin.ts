import type { Matrix } from "../../core/matrix.js";
import { clusterCentroids } from "../cluster-centroids.js";
import { squaredDistance } from "../squared-distance.js";

/**
 * Averages over the clusters how much each overlaps the one it overlaps most: the sum of both mean distances to
 * their centroids over the distance of the centroids (Davies & Bouldin 1979): smaller is better. Noise is left
 * out; as in scikit-learn, clusters with the same centroid are not compared.
 *
 * @param matrix the clustered rows
 * @param labels one label a row; negative is noise
 * @returns a number ≥ 0; NaN unless 2 ≤ clusters < rows
 */
export function daviesBouldin(matrix: Matrix, labels: ArrayLike<number>): number {
  const { centroids, sizes } = clusterCentroids(matrix, labels);
  const { data, columns, rows } = matrix;
  const width = columns.length;
  const present = [...sizes.keys()].filter((c) => sizes[c]! > 0);
  const counted = sizes.reduce((sum, size) => sum + size, 0);
  if (present.length < 2 || present.length >= counted) return Number.NaN;

  const scatter = new Float64Array(sizes.length);
  for (let i = 0; i < rows; i++) {
    const label = labels[i]!;
    if (label >= 0) scatter[label]! += distance(data, i * width, centroids.data, label * width, width) / sizes[label]!;
  }
  let sum = 0;
  for (const a of present) {
    let worst = 0;
    for (const b of present) {
      const apart = distance(centroids.data, a * width, centroids.data, b * width, width);
      if (a !== b && apart > 0) worst = Math.max(worst, (scatter[a]! + scatter[b]!) / apart);
    }
    sum += worst;
  }
  return sum / present.length;
}

function distance(a: Float64Array, atA: number, b: Float64Array, atB: number, width: number): number {
  return Math.sqrt(squaredDistance(a, atA, b, atB, width));
}
