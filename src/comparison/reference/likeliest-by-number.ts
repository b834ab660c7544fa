import { numberClusters } from "../../clustering/number-clusters.js";
import type { LikelyGroups } from "./likely-groups.js";

/** Groups of a mixture, numbered by size. */
export interface NumberedGroups {
  readonly labels: Int32Array;
  readonly groups: number;
  /** As `likelyGroups` gives it. */
  readonly icl: number;
}

/** The likeliest mixture of each number of groups; of equally likely ones the first. */
export function likeliestByNumber(likely: readonly (LikelyGroups | null)[]): NumberedGroups[] {
  const byNumber = new Map<number, NumberedGroups>();
  for (const one of likely) {
    if (!one) continue;
    const { labels, clusters } = numberClusters(one.labels);
    const known = byNumber.get(clusters);
    if (!known || one.icl < known.icl) byNumber.set(clusters, { labels, groups: clusters, icl: one.icl });
  }
  return [...byNumber.values()];
}
