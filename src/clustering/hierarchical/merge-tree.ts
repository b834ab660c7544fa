import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { checkMatrix } from "../check-matrix.js";
import type { MergeTree } from "../clusterer.js";
import { checkPairs } from "../limits/check-pairs.js";
import { centreMerges } from "./centre-merges.js";
import { checkMemory, usableMemory } from "./check-memory.js";
import { combinedDistances } from "./combined-distances.js";
import { condensedDistances } from "./condensed-distances.js";
import { type ClusterDistances, followChain } from "./follow-chain.js";
import { listDistances } from "./list-distances.js";
import { numberMerges } from "./number-merges.js";
import { sortMerges } from "./sort-merges.js";
import { spanningMerges } from "./spanning-merges.js";
import { visitedDistances } from "./visited-distances.js";
import { wardDistances } from "./ward-distances.js";

/** The linkages of the native engine. */
export const linkages = ["ward", "complete", "average", "single", "weighted", "centroid", "median"] as const;

/** When two clusters count as near: see `mergeTree`. */
export type Linkage = (typeof linkages)[number];

/** How to build a merge tree. */
export interface MergeTreeOptions extends RunOptions {
  /** `ward` where left out. */
  readonly linkage?: Linkage;
}

/**
 * Builds the full hierarchy of a matrix's rows: which clusters merge at which distance, in SciPy's format.
 * Linkages, all on Euclidean distances: `ward` (least growth of the variance within), `complete` (largest distance),
 * `average` (mean distance), `weighted` (mean of the distances to either part), `single` (least distance),
 * `centroid` (distance of the means) and `median` (of the mid-points); with the last two a merge may lie lower than
 * one before it. Complete, average and weighted keep rows² / 2 distances, the others need little memory.
 *
 * @param matrix the rows to cluster
 * @param options `linkage`, `signal`, `onProgress`
 * @returns rows − 1 merges in order of height (centroid, median: in the order they are done); cut it with `cutTree` or `cutTreeAtHeight`
 * @throws SegmentLabError for a value that is not a number or an unknown linkage; `too-large`, before anything is measured, where the distances would not fit into this machine's memory or all pairs would take more than about an hour
 * @example const labels = cutTree(await mergeTree(matrix, { linkage: "ward" }), 5);
 */
export async function mergeTree(
  matrix: Matrix,
  { linkage = "ward", ...run }: MergeTreeOptions = {},
): Promise<MergeTree> {
  checkMatrix(matrix);
  if (!linkages.includes(linkage)) {
    throw new SegmentLabError("bad-option", `linkage is "${linkage}"; choose ${linkages.join(", ")}`);
  }
  const { rows } = matrix;
  if (["complete", "average", "weighted"].includes(linkage)) {
    checkMemory(
      `${linkage} linkage`,
      rows,
      'use linkage "ward", "single", "centroid" or "median", which keep none, or cluster a sample and assign all rows: clusterSample',
    );
  }
  checkPairs(
    `${linkage} linkage`,
    matrix,
    'cluster a sample and assign all rows: clusterSample, or use "minibatch-kmeans"',
  );
  const report = createBreather(run, `${linkage} linkage`);
  const breathe = (done: number) => report(done, rows);
  if (linkage === "single") return sortMerges(rows, await spanningMerges(matrix, breathe));
  if (linkage === "ward") return chainTree(rows, wardDistances(matrix), breathe);
  if (linkage === "centroid" || linkage === "median") {
    return numberMerges(rows, await centreMerges(matrix, linkage, breathe));
  }
  if (rows * rows * 8 <= usableMemory()) {
    const lists = listDistances(matrix);
    return chainTree(rows, { ...visitedDistances(rows, linkage, lists), leave: lists.leave }, breathe);
  }
  // half the memory, in twice the time; measuring the distances takes about as long as a third of the merging
  const condensed = await condensedDistances(matrix, (done) => report(done / 3, (rows * 4) / 3));
  const distances = combinedDistances(condensed, rows, linkage);
  const merges = await followChain(rows, distances, (done) => report(rows / 3 + done, (rows * 4) / 3));
  return sortMerges(rows, merges);
}

async function chainTree(
  rows: number,
  distances: ClusterDistances & { leave(): void },
  breathe: (done: number) => Promise<void> | undefined,
): Promise<MergeTree> {
  try {
    return sortMerges(rows, await followChain(rows, distances, breathe));
  } finally {
    distances.leave();
  }
}
