import { SegmentLabError } from "../../core/errors.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import type { MergeTree } from "../clusterer.js";
import { cutTree } from "../hierarchical/cut-tree.js";
import { adjustedRandIndex } from "../metrics/adjusted-rand-index.js";
import { numberClusters } from "../number-clusters.js";
import { checkLabelings } from "./check-labelings.js";
import { clusterCohesion } from "./cluster-cohesion.js";
import { type EvidenceLinkage, evidenceLinkages } from "./evidence-distances.js";
import { evidenceTree } from "./evidence-tree.js";

/** How labelings are combined. */
export interface ConsensusOptions extends RunOptions {
  /** The number of clusters; fewer come out where the labelings do not tell so many apart. */
  readonly k: number;
  /** `average` where left out; `single` follows chains of rows, so that it finds moons and rings. */
  readonly linkage?: EvidenceLinkage;
}

/** What several labelings of the same rows agree on. */
export interface ConsensusClustering {
  /** One label a row: 0, 1, … by descending size; −1 where more than half of the labelings say noise. */
  readonly labels: Int32Array;
  readonly clusters: number;
  /** One a cluster: the mean share of the labelings that put two of its rows together; 1 for a single row. */
  readonly cohesion: Float64Array;
  /** One a labeling: its adjusted Rand index with the consensus. */
  readonly agreement: Float64Array;
  /** The merges of the rows that are not noise, heights 1 − co-association. */
  readonly tree: MergeTree;
  /** Which rows those are, ascending. */
  readonly rows: Int32Array;
}

/**
 * Combines several labelings into one by evidence accumulation (Fred & Jain 2005): rows are as near as the share of
 * the labelings that put them into one cluster, and the tree of 1 − that share is cut into k. A row that a labeling
 * calls noise is together with nobody in it; one that more than half of them call noise is noise.
 *
 * @param labelings one array of labels a clustering, of the same rows; negative is noise
 * @param options `k`, `linkage`, `signal`, `onProgress`
 * @returns labels, cohesion of the clusters, agreement of the labelings, the tree
 * @throws SegmentLabError `bad-value` for labelings of unequal length, `bad-option` for k, `too-large` before pairs
 *   are counted that would not fit into memory
 * @example
 * const [kmeans, ward, mixture] = comparison.runs.map(({ clustering }) => clustering.labels);
 * const { labels } = await consensusClustering([kmeans!, ward!, mixture!], { k: 5 });
 */
export async function consensusClustering(
  labelings: readonly ArrayLike<number>[],
  { k, linkage = "average", ...run }: ConsensusOptions,
): Promise<ConsensusClustering> {
  checkLabelings(labelings);
  if (!evidenceLinkages.includes(linkage)) {
    throw new SegmentLabError("bad-option", `linkage is "${linkage}"; choose ${evidenceLinkages.join(", ")}`);
  }
  const count = labelings[0]!.length;
  const noise = new Int32Array(count);
  for (const labels of labelings) for (let i = 0; i < count; i++) if (labels[i]! < 0) noise[i]!++;
  const rows: Int32Array = Int32Array.from(noise.keys()).filter((i) => noise[i]! * 2 <= labelings.length);
  if (!Number.isInteger(k) || k < 1 || (rows.length > 0 && k > rows.length)) {
    throw new SegmentLabError(
      "bad-option",
      `k is ${k}; choose a whole number from 1 to ${rows.length}, the rows that are not noise`,
    );
  }
  const breathe = createBreather(run, "consensus");
  const kept = rows.length === count ? labelings : labelings.map((labels) => Int32Array.from(rows, (i) => labels[i]!));
  const { tree, distinct } = await evidenceTree(kept, linkage, (share) => breathe(share, 1));
  const all = new Int32Array(count).fill(-1);
  // cutting deeper would part rows that no labeling parts
  const cut = rows.length > 0 ? cutTree(tree, Math.min(k, distinct)) : [];
  cut.forEach((label, at) => {
    all[rows[at]!] = label;
  });
  const { labels, clusters } = numberClusters(all);
  return {
    labels,
    clusters,
    cohesion: clusterCohesion(labelings, labels, clusters),
    agreement: Float64Array.from(labelings, (own) => adjustedRandIndex(own, labels)),
    tree,
    rows,
  };
}
