import type { Matrix } from "../../core/matrix.js";
import { clusterCentroids } from "../cluster-centroids.js";
import type { Clustering, MergeTree } from "../clusterer.js";
import { cutTree } from "./cut-tree.js";

/** Where a tree comes from and how to cut it. */
export interface TreeCut {
  /** The linkage that made the tree; kept and printed. */
  readonly linkage: string;
  /** The number of clusters. */
  readonly k: number;
  /** `native` where left out. */
  readonly engine?: string;
  /** Wall time that the tree took; 0 where left out. */
  readonly seconds?: number;
}

/**
 * Makes a clustering of a merge tree by cutting it, so that one tree serves for many k.
 *
 * @param tree a merge tree of the matrix's rows
 * @param matrix the rows
 * @param cut `linkage`, `k`, and optionally `engine` and `seconds`
 * @returns a clustering as `cluster(matrix, "hierarchical", { linkage, k })` gives it
 * @example for (const k of [2, 3, 4]) runs.push(clusteringFromTree(tree, matrix, { linkage: "ward", k }));
 */
export function clusteringFromTree(
  tree: MergeTree,
  matrix: Matrix,
  { linkage, k, engine = "native", seconds = 0 }: TreeCut,
): Clustering {
  const labels = cutTree(tree, k);
  const { centroids } = clusterCentroids(matrix, labels);
  return {
    algorithm: "hierarchical",
    engine,
    options: { linkage, k },
    labels,
    clusters: k,
    model: { kind: "tree", tree, linkage, centroids },
    seconds,
  };
}
