import type { Matrix } from "../../core/matrix.js";
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
  { data, rows, columns }: Matrix,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<RowMerges> {
  const width = columns.length;
  const merges = Math.max(0, rows - 1);
  const found = { a: new Int32Array(merges), b: new Int32Array(merges), height: new Float64Array(merges) };
  const outside = Int32Array.from({ length: merges }, (_, i) => i + 1);
  const nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(rows);
  let current = 0;
  for (let m = 0; m < merges; m++) {
    const count = merges - m;
    const at = reach(data, width, current, outside, count, nearest, from);
    current = outside[at]!;
    found.a[m] = from[current]!;
    found.b[m] = current;
    found.height[m] = Math.sqrt(nearest[current]!);
    outside.copyWithin(at, at + 1, count);
    const pause = breathe(m + 1);
    if (pause) await pause;
  }
  return found;
}

/** Measures from the row that joined last to all rows outside; returns where the nearest of them stands. */
function reach(
  data: Float64Array,
  width: number,
  row: number,
  outside: Int32Array,
  count: number,
  nearest: Float64Array,
  from: Int32Array,
): number {
  let best = Number.POSITIVE_INFINITY;
  let position = 0;
  for (let p = 0; p < count; p++) {
    const other = outside[p]!;
    const sum = squaredDistance(data, row * width, data, other * width, width);
    if (sum < nearest[other]!) {
      nearest[other] = sum;
      from[other] = row;
    }
    if (nearest[other]! < best) {
      best = nearest[other]!;
      position = p;
    }
  }
  return position;
}
