import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { checkPairs } from "../limits/check-pairs.js";
import { type ClusterSkeleton, clusterSkeleton, type SkeletonTies } from "./cluster-skeleton.js";
import { distinctMembers } from "./distinct-members.js";

/** Signal, progress, and how the spanning trees settle ties. */
export interface DensityValidityOptions extends RunOptions {
  /**
   * Which of several equally reachable rows a row hangs on: `first-row` (where left out) takes the first in the
   * matrix, as the package hdbscan does, so that the index depends on the order of rows, at times by 0.2;
   * `shorter` takes the nearest one, whatever the order.
   */
  readonly ties?: SkeletonTies;
}

/** How well clusters of any shape stand apart, by density. */
export interface DensityValidity {
  /** The clusters' mean, weighted by their rows, noise counted as 0: −1 … 1; NaN with fewer than two clusters. */
  readonly index: number;
  /** One a cluster, −1 … 1: above 0 where the gap around it is sparser than it is inside; NaN for fewer than two rows. */
  readonly clusters: Float64Array;
}

/**
 * Computes DBCV (Moulavi et al. 2014), which judges moons and rings as well as blobs: for each cluster the sparsest
 * place within against the sparsest place on the way to the nearest other cluster. Equal rows of a cluster count
 * once; clusters of one distinct row count as noise.
 *
 * @param matrix the clustered rows
 * @param labels one label a row, 0, 1, …; negative is noise
 * @param options `ties`, `signal`, `onProgress`
 * @returns the index and one value a cluster
 * @throws SegmentLabError `bad-value` when there is not one label a row; `too-large` where all pairs would take more
 *   than about an hour
 * @example const { index } = await densityValidity(matrix, clustering.labels);
 */
export async function densityValidity(
  matrix: Matrix,
  labels: ArrayLike<number>,
  { ties = "first-row", ...run }: DensityValidityOptions = {},
): Promise<DensityValidity> {
  if (labels.length !== matrix.rows) {
    throw new SegmentLabError("bad-value", `${labels.length} labels for ${matrix.rows} rows; give one label a row`);
  }
  checkPairs("density validity", matrix, "take a sample of the rows: sampleRows");
  const breathe = createBreather(run, "density validity");
  const { members, noise } = distinctMembers(matrix, labels);
  const rows = members.reduce((sum, { length }) => sum + length, noise);
  let done = 0;
  const step = () => breathe(++done, 4 * rows);
  const skeletons: (ClusterSkeleton | undefined)[] = [];
  for (const own of members) {
    skeletons.push(own.length > 1 ? await clusterSkeleton(matrix, own, ties, step) : undefined);
  }
  const separations = await separate(matrix, skeletons, step);

  const clusters: Float64Array = new Float64Array(members.length).fill(Number.NaN);
  let sum = 0;
  skeletons.forEach((skeleton, c) => {
    const gap = separations[c]!;
    if (!skeleton || gap === Number.POSITIVE_INFINITY) return;
    const most = Math.max(gap, skeleton.sparseness);
    clusters[c] = most === 0 ? 0 : (gap - skeleton.sparseness) / most;
    sum += (members[c]!.length / rows) * clusters[c]!;
  });
  const compared = skeletons.filter((skeleton) => skeleton).length;
  return { index: compared < 2 ? Number.NaN : sum, clusters };
}

/** For each cluster the least mutual reachability between its inner rows and those of another one. */
async function separate(
  { data, columns }: Matrix,
  skeletons: readonly (ClusterSkeleton | undefined)[],
  step: () => Promise<void> | undefined,
): Promise<Float64Array> {
  const width = columns.length;
  const least = new Float64Array(skeletons.length).fill(Number.POSITIVE_INFINITY);
  for (let c = 0; c < skeletons.length; c++) {
    const own = skeletons[c];
    if (!own) continue;
    for (let i = 0; i < own.rows.length; i++) {
      for (let other = c + 1; other < skeletons.length; other++) {
        const gap = reachFrom(data, width, own.rows[i]!, own.core[i]!, skeletons[other]);
        if (gap < least[c]!) least[c] = gap;
        if (gap < least[other]!) least[other] = gap;
      }
      const pause = step();
      if (pause) await pause;
    }
  }
  return least.map(Math.sqrt);
}

/** hot: the least mutual reachability² from one row to the inner rows of a cluster */
function reachFrom(data: Float64Array, width: number, row: number, core: number, to?: ClusterSkeleton): number {
  let least = Number.POSITIVE_INFINITY;
  if (!to) return least;
  for (let k = 0; k < to.rows.length; k++) {
    const dense = to.core[k]! > core ? to.core[k]! : core;
    if (dense * dense >= least) continue;
    let sum = 0;
    for (let j = 0, a = row * width, b = to.rows[k]! * width; j < width; j++) {
      const gap = data[a++]! - data[b++]!;
      sum += gap * gap;
    }
    const reach = Math.max(dense * dense, sum);
    if (reach < least) least = reach;
  }
  return least;
}
