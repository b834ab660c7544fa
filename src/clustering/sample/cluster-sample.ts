import { SegmentLabError } from "../../core/errors.js";
import { formatNumber, formatShare } from "../../core/format.js";
import type { Matrix } from "../../core/matrix.js";
import { checkMatrix } from "../check-matrix.js";
import { type ClusterOptions, cluster } from "../cluster.js";
import { adjustedRandIndex } from "../metrics/adjusted-rand-index.js";
import { partOfRun } from "../part-of-run.js";
import { fitMicroClusters } from "./fit-micro-clusters.js";
import { fitRows } from "./fit-rows.js";
import type { SampledClustering, SampleFacts, SampleKind } from "./sampled-clustering.js";

/** How to cluster more rows than an algorithm can take; further options go to the algorithm. */
export interface ClusterSampleOptions extends ClusterOptions {
  /** `sample` where left out: some rows, drawn by the seed. `micro-clusters`: all rows summed up, for kmeans and ward. */
  readonly by?: SampleKind;
  /** `sample`: how many rows to fit; 10,000 where left out. */
  readonly rows?: number;
  /** `micro-clusters`: how many; 5,000 where left out. */
  readonly microClusters?: number;
  /** Whether to fit all rows too, where the algorithm can take them, and to tell how far both agree. */
  readonly compare?: boolean;
}

/**
 * Clusters many rows by fitting few: a seeded sample, whose prediction rule then labels every row, or micro-clusters
 * that sum all rows up (BIRCH; Zhang, Ramakrishnan & Livny 1996). `warnings` say that the result is approximate and
 * how far it can be trusted.
 *
 * @param matrix rows × columns numbers
 * @param algorithm any algorithm that labels new rows; for micro-clusters `kmeans`, or `hierarchical` by ward
 * @param options `by`, `rows`, `microClusters`, `compare`, the algorithm's own, `seed`, `signal`, `onProgress`
 * @returns a clustering of all rows, numbered as everywhere, that `predictClusters` takes; `sample` tells what was done
 * @throws SegmentLabError as `cluster`; `bad-option` for an algorithm that cannot label new rows
 * @example const { labels, sample } = await clusterSample(matrix, "hierarchical", { k: 6, by: "micro-clusters" });
 */
export async function clusterSample(
  matrix: Matrix,
  algorithm: string,
  options: ClusterSampleOptions = {},
): Promise<SampledClustering> {
  const began = performance.now();
  const { by = "sample", rows = 10_000, microClusters = 5_000, compare = false, ...own } = options;
  checkCount("rows", rows);
  checkCount("microClusters", microClusters);
  checkMatrix(matrix);
  const full = compare
    ? await fullLabels(matrix, algorithm, { ...own, ...partOfRun(own, 0, compareShare) })
    : undefined;
  const run = compare ? partOfRun(own, compareShare, 1 - compareShare) : own;
  const fitted = { ...own, ...run };
  const fit =
    by === "micro-clusters"
      ? await fitMicroClusters(matrix, algorithm, microClusters, fitted)
      : by === "sample"
        ? await fitRows(matrix, algorithm, rows, fitted)
        : refuseKind(by);
  const agreement = full instanceof Int32Array ? adjustedRandIndex(full, fit.labels) : undefined;
  const sample: SampleFacts = { ...fit.sample, ...(agreement !== undefined && { agreement }) };
  const warnings = [...(fit.warnings ?? []), ...describe(sample, matrix.rows, algorithm, fit.options.linkage)];
  if (typeof full === "string") warnings.push(`not compared with the full fit: ${full}`);
  return { ...fit, sample, warnings, seconds: (performance.now() - began) / 1000 };
}

/** the share of the progress that the full fit takes */
const compareShare = 0.7;

/** The labels of the full fit, or why there is none. */
async function fullLabels(matrix: Matrix, algorithm: string, options: ClusterOptions): Promise<Int32Array | string> {
  try {
    return (await cluster(matrix, algorithm, options)).labels;
  } catch (error) {
    if (error instanceof SegmentLabError && error.code === "too-large") return error.message;
    throw error;
  }
}

function describe(sample: SampleFacts, rows: number, algorithm: string, linkage: unknown): string[] {
  const { by, fitted, ownLabels, varianceKept, agreement } = sample;
  if (by === "sample" && fitted === rows) return [];
  const named = algorithm === "hierarchical" ? `${linkage} linkage` : algorithm;
  const on =
    by === "sample"
      ? `${formatNumber(fitted)} of ${formatNumber(rows)} rows; its rule for new rows labels them all, and gives ` +
        `${formatShare(ownLabels!)} of the fitted rows the label of the fit`
      : `${formatNumber(fitted)} micro-clusters of ${formatNumber(rows)} rows, between which ` +
        `${formatShare(varianceKept!)} of the variance lies`;
  const told = [`approximate: ${named} was fitted on ${on}`];
  if (by === "sample" && ["dbscan", "hdbscan", "optics"].includes(algorithm)) {
    const times = formatNumber(rows / fitted, rows < 10 * fitted ? 1 : 0);
    told.push(`a sample is ${times} times sparser than all rows: what counts neighbours counts sampled ones`);
  }
  if (agreement !== undefined) told.push(`the adjusted Rand index with the full fit is ${agreement.toFixed(3)}`);
  return told;
}

function checkCount(name: string, count: number): void {
  if (Number.isInteger(count) && count >= 1) return;
  throw new SegmentLabError("bad-option", `${name} is ${count}; choose a whole number from 1`);
}

function refuseKind(by: never): never {
  throw new SegmentLabError("bad-option", `by is "${by}"; choose "sample" or "micro-clusters"`);
}
