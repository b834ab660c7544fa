import type { Matrix } from "../../core/matrix.js";
import type { ClusterDistances } from "./follow-chain.js";

/**
 * Ward's distances from the clusters' centroids and sizes alone, so that no distance matrix is kept:
 * d² = 2·|A|·|B| / (|A| + |B|) · ‖centroid A − centroid B‖².
 *
 * @param matrix the rows
 * @returns the linkage, in O(rows · columns) memory
 */
export function wardDistances({ data, rows, columns }: Matrix): ClusterDistances {
  const width = columns.length;
  const centroids = data.slice();
  const sizes = new Float64Array(rows).fill(1);
  centreColumns(centroids, rows, width);

  const squared = (a: number, b: number): number => {
    let sum = 0;
    for (let j = 0; j < width; j++) {
      const gap = centroids[a * width + j]! - centroids[b * width + j]!;
      sum += gap * gap;
    }
    return (2 * sizes[a]! * sizes[b]! * sum) / (sizes[a]! + sizes[b]!);
  };
  return {
    distance: (a, b) => Math.sqrt(squared(a, b)),
    nearest: (a, active, count) => nearestByWard(centroids, sizes, width, a, active, count),
    merge: (a, b) => {
      const size = sizes[a]! + sizes[b]!;
      for (let j = 0; j < width; j++) {
        const [p, q] = [centroids[a * width + j]!, centroids[b * width + j]!];
        centroids[b * width + j] = (p * sizes[a]! + q * sizes[b]!) / size;
      }
      sizes[b] = size;
    },
  };
}

// hot: called about three times a row, each time over all clusters that are left
function nearestByWard(
  centroids: Float64Array,
  sizes: Float64Array,
  width: number,
  a: number,
  active: Int32Array,
  count: number,
): number {
  const own = centroids.slice(a * width, (a + 1) * width);
  const size = sizes[a]!;
  let best = Number.POSITIVE_INFINITY;
  let nearest = -1;
  for (let p = 0; p < count; p++) {
    const b = active[p]!;
    if (b === a) continue;
    const weight = (2 * size * sizes[b]!) / (size + sizes[b]!);
    const enough = best / weight;
    const at = b * width;
    let sum = 0;
    let j = 0;
    // most clusters are out after a few columns
    for (; j + 4 <= width && sum < enough; j += 4) {
      const g0 = own[j]! - centroids[at + j]!;
      const g1 = own[j + 1]! - centroids[at + j + 1]!;
      const g2 = own[j + 2]! - centroids[at + j + 2]!;
      const g3 = own[j + 3]! - centroids[at + j + 3]!;
      sum += g0 * g0 + g1 * g1 + g2 * g2 + g3 * g3;
    }
    if (sum >= enough) continue;
    for (; j < width; j++) {
      const gap = own[j]! - centroids[at + j]!;
      sum += gap * gap;
    }
    if (sum < enough) {
      best = sum * weight;
      nearest = b;
    }
  }
  return nearest;
}

/**
 * Subtracts the column means in place: distances stay, rounding errors of far-off data shrink.
 *
 * @param data rows × width numbers, row after row
 */
export function centreColumns(data: Float64Array, rows: number, width: number): void {
  for (let j = 0; j < width; j++) {
    let mean = 0;
    for (let i = j; i < data.length; i += width) mean += data[i]! / rows;
    for (let i = j; i < data.length; i += width) data[i]! -= mean;
  }
}
