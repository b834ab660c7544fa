import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { checkMatrix } from "../check-matrix.js";
import type { MergeTree } from "../clusterer.js";
import { condensedDistances } from "./condensed-distances.js";
import { followChain } from "./follow-chain.js";
import { sortMerges } from "./sort-merges.js";
import { spanningMerges } from "./spanning-merges.js";
import { wardDistances } from "./ward-distances.js";

/** The linkages of the native engine. */
export const linkages = ["ward", "complete", "average", "single"] as const;

/** When two clusters count as near: see `mergeTree`. */
export type Linkage = (typeof linkages)[number];

/** complete and average keep all distances: 1.6 GB at this many rows */
const maximumCondensedRows = 20_000;

/** How to build a merge tree. */
export interface MergeTreeOptions extends RunOptions {
  /** `ward` where left out. */
  readonly linkage?: Linkage;
}

/**
 * Builds the full hierarchy of a matrix's rows: which clusters merge at which distance, in SciPy's format.
 * Linkages: `ward` (least growth of the variance within), `complete` (largest distance), `average` (mean
 * distance), `single` (least distance), all on Euclidean distances. Ward and single need little memory;
 * complete and average keep rows² / 2 distances.
 *
 * @param matrix the rows to cluster
 * @param options `linkage`, `signal`, `onProgress`
 * @returns rows − 1 merges in order of height; cut it with `cutTree` or `cutTreeAtHeight`
 * @throws SegmentLabError for a value that is not a number or an unknown linkage, `too-large` for complete or average linkage of more than 20,000 rows
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
  const report = createBreather(run, `${linkage} linkage`);
  const breathe = (done: number) => report(done, rows);
  if (linkage === "single") return sortMerges(rows, await spanningMerges(matrix, breathe));
  if (linkage === "ward") return sortMerges(rows, await followChain(rows, wardDistances(matrix), breathe));
  if (rows > maximumCondensedRows) {
    const memory = formatNumber((rows * rows * 4) / 1e9, 1);
    throw new SegmentLabError(
      "too-large",
      `${linkage} linkage of ${formatNumber(rows)} rows would keep ${memory} GB of distances ` +
        `(at most ${formatNumber(maximumCondensedRows)} rows); use linkage "ward" or "single", which keep none`,
    );
  }
  // measuring the distances takes about as long as a third of the merging
  const distances = await condensedDistances(matrix, linkage, (done) => report(done / 3, (rows * 4) / 3));
  const merges = await followChain(rows, distances, (done) => report(rows / 3 + done, (rows * 4) / 3));
  return sortMerges(rows, merges);
}
