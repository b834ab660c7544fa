import type { ClusterDistances } from "../hierarchical/follow-chain.js";

/** How clusters are told near by the rows that labelings put together. */
export const evidenceLinkages = ["average", "single"] as const;

/** `average`: the mean of 1 − co-association over all pairs of rows of both clusters; `single`: the least. */
export type EvidenceLinkage = (typeof evidenceLinkages)[number];

/**
 * Distances between clusters of label vectors: 1 − co-association. Sums of counts are kept, not means, so that equal
 * evidence stays equal to the last digit.
 *
 * @param counts one a pair of vectors, condensed: how many labelings put them together, times both sizes; changed by
 *   every merge
 * @param sizes how many rows each vector stands for; all 1 for single linkage, where they do not matter
 * @param labelings the number of labelings
 */
export function evidenceDistances(
  counts: Float64Array,
  sizes: ArrayLike<number>,
  labelings: number,
  linkage: EvidenceLinkage,
): ClusterDistances {
  const vectors = sizes.length;
  // the count of vectors i < j stands at offset[i] + j
  const offset = Float64Array.from({ length: vectors }, (_, i) => i * vectors - (i * (i + 1)) / 2 - i - 1);
  const isAverage = linkage === "average";
  const weights = Float64Array.from(sizes);
  const place = (a: number, b: number): number => (a < b ? offset[a]! + b : offset[b]! + a);
  return {
    distance: (a, b) => 1 - counts[place(a, b)]! / (labelings * weights[a]! * weights[b]!),
    nearest: (a, active, count) => mostTogether(counts, offset, weights, a, active, count),
    merge(a, b, active, count) {
      for (let p = 0; p < count; p++) {
        const c = active[p]!;
        if (c === a || c === b) continue;
        const at = place(b, c);
        const [fromA, fromB] = [counts[place(a, c)]!, counts[at]!];
        counts[at] = isAverage ? fromA + fromB : Math.max(fromA, fromB);
      }
      if (isAverage) weights[b]! += weights[a]!;
    },
  };
}

// hot: about three times a vector, each time over all clusters that are left; the first in a tie
function mostTogether(
  counts: Float64Array,
  offset: Float64Array,
  weights: Float64Array,
  a: number,
  active: Int32Array,
  count: number,
): number {
  let most = -1;
  let nearest = -1;
  let p = 0;
  for (; p < count && active[p]! < a; p++) {
    const together = counts[offset[active[p]!]! + a]! / weights[active[p]!]!;
    if (together > most) {
      most = together;
      nearest = active[p]!;
    }
  }
  const own = offset[a]!;
  for (p++; p < count; p++) {
    const together = counts[own + active[p]!]! / weights[active[p]!]!;
    if (together > most) {
      most = together;
      nearest = active[p]!;
    }
  }
  return nearest;
}
