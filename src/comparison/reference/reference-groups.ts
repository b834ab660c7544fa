import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import { numberClusters } from "../../clustering/number-clusters.js";
import type { Matrix } from "../../core/matrix.js";
import type { FoundGroups } from "../null/find-separate-groups.js";
import { centreRows } from "./centre-rows.js";
import type { LikelyGroups } from "./likely-groups.js";
import { sharedMixture } from "./shared-mixture.js";

/** What the rows are most likely made of: what candidates are held against. */
export interface ReferenceGroups {
  /** One a row: 0, 1, … by descending size; −1 where valleys leave noise. */
  readonly labels: Int32Array;
  readonly groups: number;
  /** `mixture`: the likeliest mixture of normal groups; `valleys`: what stands apart, where its shape is another. */
  readonly from: "mixture" | "valleys";
}

/** Groups that a linear discriminant tells from one another so well are of a shape that a mixture describes. */
const wellTold = 0.8;

/**
 * Picks the groups that candidates are held against: those of the likeliest mixture; where groups stand apart that no
 * linear discriminant (Fisher 1936) tells from one another, such as moons and rings, these.
 *
 * @param matrix the rows
 * @param likely what the candidates' mixtures make of the rows, in any order
 * @param found the groups that stand apart
 * @returns the groups, or null where no mixture has groups and none stand apart
 */
export function referenceGroups(
  matrix: Matrix,
  likely: readonly (LikelyGroups | null)[],
  found: FoundGroups,
): ReferenceGroups | null {
  const valleys = { labels: found.labels, groups: found.groups, from: "valleys" } as const;
  if (found.groups > 1) {
    const told = sharedMixture(centreRows(matrix), found.labels, "full", { iterations: 1 });
    if (!told || adjustedRandIndex(told.labels, found.labels) < wellTold) return valleys;
  }
  let best: LikelyGroups | null = null;
  for (const groups of likely) if (groups && (!best || groups.icl < best.icl)) best = groups;
  if (!best) return found.groups > 1 ? valleys : null;
  const { labels, clusters } = numberClusters(best.labels);
  return { labels, groups: clusters, from: "mixture" };
}
