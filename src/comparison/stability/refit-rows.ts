import type { Clustering } from "../../clustering/clusterer.js";
import { selectRows } from "../../clustering/density/select-rows.js";
import { refineCentres } from "../../clustering/kmeans/refine-centres.js";
import { measureMixture } from "../../clustering/mixture/measure-mixture.js";
import { refineMixture } from "../../clustering/mixture/refine-mixture.js";
import { numberClusters } from "../../clustering/number-clusters.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { fitLabels } from "./fit-labels.js";

/** A clustering to refit: what it was made with and where it ended. */
export type Refittable = Pick<Clustering, "algorithm" | "engine" | "options" | "labels" | "clusters" | "model">;

/** How rows are clustered again. */
export interface RefitOptions extends Pick<RunOptions, "signal"> {
  /** `warm` starts k-means and mixtures once, where the clustering ended; `cold` anew. Others always begin anew. */
  readonly start?: "warm" | "cold";
  readonly seed?: number;
}

/**
 * Clusters some of the rows again as a clustering was made: one task of `bootstrapStability`, a pure function of its
 * arguments. Warm starts are fast and ask whether the groups hold; cold ones also ask whether they are found again.
 *
 * @param matrix the rows that were clustered
 * @param clustering what is tried again
 * @param rows row numbers, each at most once
 * @returns one label a row number
 */
export async function refitRows(
  matrix: Matrix,
  clustering: Refittable,
  rows: Int32Array,
  { start = "warm", seed = 1, signal }: RefitOptions = {},
): Promise<Int32Array> {
  const drawn = selectRows(matrix, rows);
  const { algorithm, engine, model, options } = clustering;
  const width = matrix.columns.length;
  if (start === "warm" && engine === "native" && model.kind === "centres" && algorithm === "kmeans") {
    const { labels } = await refineCentres(drawn, model.centres.data.slice(0, clustering.clusters * width));
    return numberClusters(labels).labels;
  }
  if (start === "warm" && engine === "native" && model.kind === "mixture") {
    const from = numberClusters(Int32Array.from(rows, (row) => clustering.labels[row]!)).labels;
    const { mixture } = await refineMixture(drawn, from, {
      covariance: model.covariance,
      tolerance: Number(options.tolerance),
      maxIterations: Number(options.maxIterations),
      regularisation: Number(options.regularisation),
    });
    return numberClusters((await measureMixture(mixture, drawn, () => undefined)).labels).labels;
  }
  // fewer rows cannot be cut into more groups
  const own: Record<string, number | string | boolean> = { ...options };
  delete own.seed;
  if (typeof own.k === "number") own.k = Math.min(own.k, drawn.rows);
  return (await fitLabels(drawn, { algorithm, engine, options: own }, seed, { signal })).labels;
}
