import type { Matrix } from "../../core/matrix.js";
import { bootstrapRows } from "../stability/bootstrap-rows.js";
import { clusterJaccards } from "../stability/cluster-jaccards.js";
import { fitLabels } from "../stability/fit-labels.js";
import { refitRows } from "../stability/refit-rows.js";
import type { FoundGroups } from "./find-separate-groups.js";

/**
 * Asks whether groups that stand apart come back in other rows: the slices they were seen in are refitted to resamples
 * and joined as they were; each group is held against its match (Hennig 2007).
 *
 * @param matrix the rows
 * @param found as `findSeparateGroups` gives it
 * @param options `resamples`, 20 where left out; `seed`
 * @returns the mean Jaccard index of the group that fares worst, 0 … 1
 */
export async function groupStability(
  matrix: Matrix,
  found: FoundGroups,
  { resamples = 20, seed = 1 }: { readonly resamples?: number; readonly seed?: number } = {},
): Promise<number> {
  const slices = await fitLabels(matrix, { algorithm: "kmeans", options: { k: found.k, starts: 3 } }, seed);
  const sums = new Float64Array(found.groups);
  for (let b = 0; b < resamples; b++) {
    const rows = bootstrapRows(matrix.rows, seed + b);
    const refitted = await refitRows(matrix, slices, rows);
    const joined = joinLike(found, rows, refitted);
    clusterJaccards(found.labels, found.groups, rows, joined).forEach((jaccard, g) => {
      sums[g]! += jaccard / resamples;
    });
  }
  return Math.min(...sums);
}

/** Gives each refitted slice the group that most of its rows are in. */
function joinLike({ labels, groups }: FoundGroups, rows: Int32Array, refitted: Int32Array): Int32Array {
  const slices = refitted.reduce((most, label) => Math.max(most, label + 1), 0);
  const counts = new Int32Array(slices * groups);
  rows.forEach((row, i) => {
    counts[refitted[i]! * groups + labels[row]!]!++;
  });
  const groupOf = Array.from({ length: slices }, (_, slice) => {
    const own = counts.subarray(slice * groups, (slice + 1) * groups);
    return own.indexOf(Math.max(...own));
  });
  return refitted.map((slice) => groupOf[slice]!);
}
