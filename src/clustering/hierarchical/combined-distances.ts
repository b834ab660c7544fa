import type { ClusterDistances } from "./follow-chain.js";

/** How the distance from a third cluster to a merged pair follows from its distances to either. */
export type Combination = "complete" | "average" | "weighted";

/**
 * Distances between clusters from those between rows, combined in place as clusters merge (Lance & Williams 1967).
 *
 * @param condensed rows · (rows − 1) / 2 distances in SciPy's condensed order; changed by every merge
 * @param rows the number of rows
 * @param combination `complete` keeps the larger distance, `average` the mean weighted by size, `weighted` the plain mean
 * @returns the linkage
 */
export function combinedDistances(condensed: Float64Array, rows: number, combination: Combination): ClusterDistances {
  // the distance of rows i < j stands at offset[i] + j
  const offset = Float64Array.from({ length: rows }, (_, i) => i * rows - (i * (i + 1)) / 2 - i - 1);
  const sizes = new Float64Array(rows).fill(1);
  const distance = (a: number, b: number): number => condensed[a < b ? offset[a]! + b : offset[b]! + a]!;
  return {
    distance,
    nearest: (a, active, count) => nearestInTriangle(condensed, offset, a, active, count),
    merge: (a, b, active, count) => {
      const share = combination === "average" ? sizes[a]! / (sizes[a]! + sizes[b]!) : 0.5;
      combine(condensed, offset, a, b, active, count, combination === "complete" ? Number.NaN : share);
      sizes[b]! += sizes[a]!;
    },
  };
}

// hot: share is the weight of a's distances; NaN takes the larger one
function combine(
  condensed: Float64Array,
  offset: Float64Array,
  a: number,
  b: number,
  active: Int32Array,
  count: number,
  share: number,
): void {
  const larger = Number.isNaN(share);
  for (let p = 0; p < count; p++) {
    const c = active[p]!;
    if (c === a || c === b) continue;
    const at = b < c ? offset[b]! + c : offset[c]! + b;
    const fromA = condensed[a < c ? offset[a]! + c : offset[c]! + a]!;
    const fromB = condensed[at]!;
    // equal distances stay equal to the last digit
    condensed[at] = larger ? Math.max(fromA, fromB) : fromB + share * (fromA - fromB);
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
