import type { MergeTree } from "../clusterer.js";
import { labelsAfter } from "./cut-tree.js";

/**
 * Cuts a merge tree at a height: rows share a cluster when they are joined at or below it.
 *
 * @param tree a merge tree
 * @param height a distance, in the units of the tree's heights
 * @returns one label a row, by descending size of the cluster
 */
export function cutTreeAtHeight(tree: MergeTree, height: number): Int32Array {
  const merges = tree.height.findIndex((mergedAt) => !(mergedAt <= height));
  return labelsAfter(tree, merges === -1 ? tree.height.length : merges);
}
