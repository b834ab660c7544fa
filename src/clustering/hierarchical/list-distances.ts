import type { Matrix } from "../../core/matrix.js";
import { strideOf, takeRoom } from "../kernels/kernel-room.js";
import { squaredDistance } from "../squared-distance.js";

/** Measures Euclidean distances from one row to some others. */
export interface ListDistances {
  /** @returns one number for each of the first `count` rows of the list, in its order; lost with the next call */
  measure(row: number, list: Int32Array, count: number): Float64Array;
  leave(): void;
}

/** By kernels where there are any. */
export function listDistances(matrix: Matrix): ListDistances {
  return kernelListDistances(matrix) ?? plainListDistances(matrix);
}

/** In TypeScript, to the last digit the same. */
export function plainListDistances({ data, rows, columns }: Matrix): ListDistances {
  const width = columns.length;
  const distances: Float64Array = new Float64Array(rows);
  return {
    measure: (row, list, count) => {
      for (let p = 0; p < count; p++) {
        distances[p] = Math.sqrt(squaredDistance(data, row * width, data, list[p]! * width, width));
      }
      return distances;
    },
    leave: () => undefined,
  };
}

/** As WebAssembly; nothing where there are no kernels. */
export function kernelListDistances(matrix: Matrix): ListDistances | undefined {
  const { rows, columns } = matrix;
  const stride = strideOf(columns.length);
  const room = takeRoom(rows * (stride + 12) + 128);
  if (!room) return undefined;
  const { at } = room.rows(matrix);
  const placed = room.integers(rows + 1);
  const distances = room.numbers(rows + 1);
  return {
    measure: (row, list, count) => {
      placed.values.set(count === list.length ? list : list.subarray(0, count));
      room.kernels.distancesToList(at, stride, row, placed.at, count, distances.at);
      return distances.values;
    },
    leave: room.leave,
  };
}
