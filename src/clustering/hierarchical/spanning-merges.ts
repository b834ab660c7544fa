import type { Matrix } from "../../core/matrix.js";
import { strideOf, takeRoom } from "../kernels/kernel-room.js";
import { squaredDistance } from "../squared-distance.js";
import type { RowMerges } from "./sort-merges.js";

/**
 * Finds the merges of single linkage as the edges of a minimum spanning tree (Prim 1957; Gower & Ross 1969).
 *
 * @param matrix the rows
 * @param breathe called after each edge with the number of edges done
 * @returns rows − 1 merges, not in order of height; O(rows) memory
 */
export async function spanningMerges(
  matrix: Matrix,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<RowMerges> {
  const search = kernelReach(matrix) ?? plainReach(matrix);
  try {
    return await growTree(matrix.rows, search, breathe);
  } finally {
    search.leave();
  }
}

/** What Prim's method knows of the rows outside the tree: the first so many of each array. */
export interface TreeReach {
  /** The rows, ascending. */
  readonly outside: Int32Array;
  /** The squared distance to the nearest row of the tree. */
  readonly least: Float64Array;
  /** That row. */
  readonly from: Int32Array;
  /** Measures from a row that joined to the first `count` rows outside; returns the place of the nearest to the tree. */
  measure(row: number, count: number): number;
  leave(): void;
}

/** Finds the tree with a given way to measure. */
export async function growTree(
  rows: number,
  { outside, least, from, measure }: TreeReach,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<RowMerges> {
  const merges = Math.max(0, rows - 1);
  const found = { a: new Int32Array(merges), b: new Int32Array(merges), height: new Float64Array(merges) };
  for (let p = 0; p < merges; p++) outside[p] = p + 1;
  least.fill(Number.POSITIVE_INFINITY);
  let current = 0;
  for (let m = 0; m < merges; m++) {
    const count = merges - m;
    const at = measure(current, count);
    current = outside[at]!;
    found.a[m] = from[at]!;
    found.b[m] = current;
    found.height[m] = Math.sqrt(least[at]!);
    for (const list of [outside, least, from]) list.copyWithin(at, at + 1, count);
    const pause = breathe(m + 1);
    if (pause) await pause;
  }
  return found;
}

/** In TypeScript, to the last digit the same. */
export function plainReach({ data, rows, columns }: Matrix): TreeReach {
  const width = columns.length;
  const outside = new Int32Array(rows);
  const least = new Float64Array(rows);
  const from = new Int32Array(rows);
  const measure = (row: number, count: number): number => {
    let nearest = 0;
    for (let p = 0; p < count; p++) {
      const squared = squaredDistance(data, row * width, data, outside[p]! * width, width);
      if (squared < least[p]!) {
        least[p] = squared;
        from[p] = row;
      }
      if (least[p]! < least[nearest]!) nearest = p;
    }
    return nearest;
  };
  return { outside, least, from, measure, leave: () => undefined };
}

/** By kernels; nothing where there are none. */
export function kernelReach(matrix: Matrix): TreeReach | undefined {
  const { rows, columns } = matrix;
  const stride = strideOf(columns.length);
  const room = takeRoom(rows * (stride + 16) + 128);
  if (!room) return undefined;
  const { at } = room.rows(matrix);
  const outside = room.integers(rows + 1);
  const least = room.numbers(rows + 1);
  const from = room.integers(rows + 1);
  return {
    outside: outside.values,
    least: least.values,
    from: from.values,
    measure: (row, count) => room.kernels.reach(at, stride, row, outside.at, count, least.at, from.at),
    leave: room.leave,
  };
}
