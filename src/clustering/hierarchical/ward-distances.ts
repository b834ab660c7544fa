import type { Matrix } from "../../core/matrix.js";
import { strideOf, takeRoom } from "../kernels/kernel-room.js";
import { squaredDistance } from "../squared-distance.js";
import type { ClusterDistances } from "./follow-chain.js";

/** Ward's linkage; `leave` it when done. */
export interface WardDistances extends ClusterDistances {
  leave(): void;
}

/**
 * Ward's distances from the clusters' centroids and sizes alone, so that no distance matrix is kept:
 * d² = 2·|A|·|B| / (|A| + |B|) · ‖centroid A − centroid B‖².
 *
 * @param matrix the rows
 * @returns the linkage, in O(rows · columns) memory; by kernels where there are any
 */
export function wardDistances(matrix: Matrix): WardDistances {
  return kernelWard(matrix) ?? plainWard(matrix);
}

/** In TypeScript, to the last digit the same. */
export function plainWard({ data, rows, columns }: Matrix): WardDistances {
  const width = columns.length;
  const centroids = data.slice();
  const sizes = new Float64Array(rows).fill(1);
  centreColumns(centroids, rows, width);
  const nearest = (a: number, active: Int32Array, count: number) => {
    let best = Number.POSITIVE_INFINITY;
    let found = -1;
    for (let p = 0; p < count; p++) {
      const b = active[p]!;
      if (b === a) continue;
      const squared = squaredWard(centroids, width, sizes, a, b);
      if (squared < best) {
        best = squared;
        found = b;
      }
    }
    return found;
  };
  return { ...linkageOf(centroids, width, sizes), nearest, leave: () => undefined };
}

/** By kernels; nothing where there are none. */
export function kernelWard(matrix: Matrix): WardDistances | undefined {
  const { rows, columns } = matrix;
  const width = columns.length;
  const stride = strideOf(width);
  const room = takeRoom(rows * (stride + 12) + 128);
  if (!room) return undefined;
  const data = matrix.data.slice();
  centreColumns(data, rows, width);
  const centroids = room.rows({ data, rows, columns });
  const sizes = room.numbers(rows);
  const list = room.integers(rows + 1);
  sizes.values.fill(1);
  const nearest = (a: number, active: Int32Array, count: number) => {
    list.values.set(active.subarray(0, count));
    return active[room.kernels.nearestByWard(centroids.at, stride, sizes.at, a, list.at, count)] ?? -1;
  };
  return { ...linkageOf(centroids.values, stride / 8, sizes.values), nearest, leave: room.leave };
}

/** @param step numbers from one centroid to the next */
function linkageOf(centroids: Float64Array, step: number, sizes: Float64Array): Omit<ClusterDistances, "nearest"> {
  return {
    distance: (a, b) => Math.sqrt(squaredWard(centroids, step, sizes, a, b)),
    merge: (a, b) => {
      const size = sizes[a]! + sizes[b]!;
      for (let j = 0; j < step; j++) {
        const [p, q] = [centroids[a * step + j]!, centroids[b * step + j]!];
        centroids[b * step + j] = (p * sizes[a]! + q * sizes[b]!) / size;
      }
      sizes[b] = size;
    },
  };
}

function squaredWard(centroids: Float64Array, step: number, sizes: Float64Array, a: number, b: number): number {
  const weight = (2 * sizes[a]! * sizes[b]!) / (sizes[a]! + sizes[b]!);
  return weight * squaredDistance(centroids, a * step, centroids, b * step, step);
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
