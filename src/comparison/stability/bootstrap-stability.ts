import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { bootstrapRows } from "./bootstrap-rows.js";
import { clusterJaccards } from "./cluster-jaccards.js";
import { type Refit, refitAgreement } from "./refit-agreement.js";
import { type RefitOptions, type Refittable, refitRows } from "./refit-rows.js";
import { type StabilityBand, stabilityBand } from "./stability-band.js";

/** How often one cluster comes back. */
export interface ClusterStability {
  readonly cluster: number;
  readonly size: number;
  /** Mean over the resamples of the largest Jaccard index, 0 … 1. */
  readonly jaccard: number;
  /** In how many resamples it was at most 0.5: the cluster was gone. */
  readonly dissolved: number;
  /** In how many it was above 0.75: the cluster was found again. */
  readonly recovered: number;
  readonly band: StabilityBand;
}

/** How a clustering stands up to other rows of the same kind. */
export interface BootstrapStability {
  readonly resamples: number;
  readonly clusters: readonly ClusterStability[];
  /** The mean Jaccard index of the cluster that fares worst; NaN where there are no clusters. */
  readonly weakest: number;
  /** Mean adjusted Rand index between refits. */
  readonly agreement: number;
}

/** How stability is measured. */
export interface StabilityOptions extends RunOptions, Pick<RefitOptions, "start"> {
  /** 50 where left out. */
  readonly resamples?: number;
  readonly seed?: number;
}

/**
 * Asks whether clusters come back when other rows had been there: rows are drawn with replacement (each kept once),
 * clustered again, and each cluster is held against its best match (Hennig 2007, as R's `fpc::clusterboot` with
 * bootmethod "boot"). Stability never votes for structure: slices of one cloud are stable too.
 *
 * @param matrix the rows that were clustered
 * @param clustering as `cluster` gives it
 * @param options `resamples`, `start` (`warm` where left out, or `cold`), `seed`, `signal`, `onProgress`
 * @returns one entry a cluster with its Jaccard index and what it means, the weakest, the agreement of refits
 * @example const { clusters, weakest } = await bootstrapStability(matrix, clustering, { resamples: 50 });
 */
export async function bootstrapStability(
  matrix: Matrix,
  clustering: Refittable,
  options: StabilityOptions = {},
): Promise<BootstrapStability> {
  const { resamples = 50, seed = 1, start, signal } = options;
  const breathe = createBreather(options, "bootstrap stability");
  const refits: Refit[] = [];
  for (let b = 0; b < resamples; b++) {
    const rows = bootstrapRows(matrix.rows, seed + b);
    refits.push({ rows, labels: await refitRows(matrix, clustering, rows, { start, seed: seed + b, signal }) });
    await breathe(b + 1, resamples);
  }
  return summarizeRefits(clustering, refits);
}

/**
 * Sums refits up, wherever they were made: the second half of `bootstrapStability`.
 *
 * @param clustering labels and number of clusters
 * @param refits what `refitRows` gave for the rows of each resample
 */
export function summarizeRefits(
  { labels, clusters }: Pick<Refittable, "labels" | "clusters">,
  refits: readonly Refit[],
): BootstrapStability {
  const jaccards = refits.map((refit) => clusterJaccards(labels, clusters, refit.rows, refit.labels));
  const entries = Array.from({ length: clusters }, (_, cluster): ClusterStability => {
    const own = jaccards.map((values) => values[cluster]!);
    const jaccard = mean(own);
    return {
      cluster,
      size: labels.reduce((size, label) => size + (label === cluster ? 1 : 0), 0),
      jaccard,
      dissolved: own.filter((value) => value <= 0.5).length,
      recovered: own.filter((value) => value > 0.75).length,
      band: stabilityBand(jaccard),
    };
  });
  return {
    resamples: refits.length,
    clusters: entries,
    weakest: clusters === 0 ? Number.NaN : Math.min(...entries.map(({ jaccard }) => jaccard)),
    agreement: mean(refitAgreement(refits)),
  };
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
