import { SegmentLabError } from "../../core/errors.js";
import type { MergeTree } from "../clusterer.js";
import { numberClusters } from "../number-clusters.js";

/**
 * Cuts a merge tree into k clusters: all merges are done but the last k − 1.
 *
 * @param tree a merge tree
 * @param k the number of clusters, 1 … rows
 * @returns one label a row, 0 … k − 1 by descending size
 * @throws SegmentLabError `bad-option` for a k the tree cannot give
 */
export function cutTree(tree: MergeTree, k: number): Int32Array {
  if (!Number.isInteger(k) || k < 1 || k > tree.rows) {
    throw new SegmentLabError("bad-option", `k is ${k}; choose a whole number from 1 to ${tree.rows}, the rows`);
  }
  return labelsAfter(tree, (merge) => merge < tree.rows - k);
}

/**
 * Labels the rows by the clusters that exist once some of the merges are done.
 *
 * @param tree a merge tree
 * @param isDone tells of each merge whether it counts; with a merge all those below it must
 * @returns one label a row, by descending size
 */
export function labelsAfter({ rows, left, right }: MergeTree, isDone: (merge: number) => boolean): Int32Array {
  const top = Int32Array.from({ length: rows + left.length }, (_, i) => i);
  for (let m = left.length - 1; m >= 0; m--) {
    if (!isDone(m)) continue;
    top[left[m]!] = top[rows + m]!;
    top[right[m]!] = top[rows + m]!;
  }
  return numberClusters(top.subarray(0, rows)).labels;
}
