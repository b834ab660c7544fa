import type { Matrix } from "../../core/matrix.js";
import { squaredDistance } from "../squared-distance.js";
import type { ClusterDistances } from "./follow-chain.js";

/** How the distance from a third cluster to a merged pair follows from its distances to either. */
export type Combination = "complete" | "average";

/**
 * Distances between all pairs of rows, kept as the upper triangle and combined in place as clusters merge
 * (Lance & Williams 1967).
 *
 * @param matrix the rows
 * @param combination `complete` keeps the larger distance, `average` the mean weighted by size
 * @param breathe called after each row with the number of rows measured
 * @returns the linkage, in rows² / 2 numbers
 */
export async function condensedDistances(
  { data, rows, columns }: Matrix,
  combination: Combination,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<ClusterDistances> {
  const width = columns.length;
  const complete = combination === "complete";
  const condensed = new Float64Array((rows * (rows - 1)) / 2);
  // the distance of rows i < j stands at offset[i] + j
  const offset = Float64Array.from({ length: rows }, (_, i) => i * rows - (i * (i + 1)) / 2 - i - 1);
  const sizes = new Float64Array(rows).fill(1);
  for (let i = 0; i < rows; i++) {
    measureRow(data, width, i, condensed, offset[i]!);
    const pause = breathe(i + 1);
    if (pause) await pause;
  }
  const distance = (a: number, b: number): number => condensed[a < b ? offset[a]! + b : offset[b]! + a]!;
  return {
    distance,
    nearest: (a, active, count) => nearestInTriangle(condensed, offset, a, active, count),
    merge: (a, b, active, count) => {
      const total = sizes[a]! + sizes[b]!;
      for (let p = 0; p < count; p++) {
        const c = active[p]!;
        if (c === a || c === b) continue;
        const at = b < c ? offset[b]! + c : offset[c]! + b;
        const fromA = distance(a, c);
        const fromB = condensed[at]!;
        condensed[at] = complete ? Math.max(fromA, fromB) : (sizes[a]! * fromA + sizes[b]! * fromB) / total;
      }
      sizes[b] = total;
    },
  };
}

function measureRow(data: Float64Array, width: number, i: number, condensed: Float64Array, offset: number): void {
  const rows = data.length / width;
  for (let j = i + 1; j < rows; j++) {
    condensed[offset + j] = Math.sqrt(squaredDistance(data, i * width, data, j * width, width));
  }
}

function nearestInTriangle(
  condensed: Float64Array,
  offset: Float64Array,
  a: number,
  active: Int32Array,
  count: number,
): number {
  let best = Number.POSITIVE_INFINITY;
  let nearest = -1;
  let p = 0;
  for (; p < count && active[p]! < a; p++) {
    const distance = condensed[offset[active[p]!]! + a]!;
    if (distance < best) {
      best = distance;
      nearest = active[p]!;
    }
  }
  const own = offset[a]!;
  for (p++; p < count; p++) {
    const distance = condensed[own + active[p]!]!;
    if (distance < best) {
      best = distance;
      nearest = active[p]!;
    }
  }
  return nearest;
}
