import type { MergeTree } from "../clusterer.js";
import { labelsAfter } from "./cut-tree.js";

/**
 * Cuts a merge tree at a height: rows share a cluster when they are joined at or below it, and so are all others of
 * that cluster (trees of centroid and median linkage may have a merge below one of its parts).
 *
 * @param tree a merge tree
 * @param height a distance, in the units of the tree's heights
 * @returns one label a row, by descending size of the cluster
 */
export function cutTreeAtHeight(tree: MergeTree, height: number): Int32Array {
  const { rows, left, right } = tree;
  const highest = tree.height.slice();
  highest.forEach((own, m) => {
    highest[m] = Math.max(own, highest[left[m]! - rows] ?? 0, highest[right[m]! - rows] ?? 0);
  });
  return labelsAfter(tree, (merge) => highest[merge]! <= height);
}
