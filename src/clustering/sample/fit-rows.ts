import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import { type ClusterOptions, cluster } from "../cluster.js";
import type { Clustering } from "../clusterer.js";
import { findClusterer } from "../find-clusterer.js";
import { numberClusters } from "../number-clusters.js";
import { partOfRun } from "../part-of-run.js";
import { labelRows } from "./label-rows.js";
import { renumberModel } from "./renumber-model.js";
import { sampleRows } from "./sample-rows.js";
import type { SampleFacts } from "./sampled-clustering.js";

/** the share of the progress that fitting takes */
const fitShare = 0.5;

/**
 * Fits an algorithm on a seeded sample of the rows and labels all rows by its prediction rule.
 *
 * @param count how many rows to fit; all where there are no more
 * @returns the clustering of all rows, its model in their numbering
 */
export async function fitRows(
  matrix: Matrix,
  algorithm: string,
  count: number,
  options: ClusterOptions,
): Promise<Clustering & { readonly sample: SampleFacts }> {
  const { engine, seed = 1 } = options;
  if (!findClusterer(algorithm, engine).predict) {
    throw new SegmentLabError(
      "bad-option",
      `${algorithm} by ${engine} has no labels for rows that it was not fitted on; use engine "native"`,
    );
  }
  if (matrix.rows <= count) {
    const full = await cluster(matrix, algorithm, options);
    return { ...full, sample: { by: "sample", fitted: matrix.rows, ownLabels: 1 } };
  }
  const { matrix: some, rows } = sampleRows(matrix, count, seed);
  const fit = await cluster(some, algorithm, { ...options, ...partOfRun(options, 0, fitShare) });
  const breathe = createBreather(partOfRun(options, fitShare, 1 - fitShare), "labels for all rows");
  const ownShare = count / (count + matrix.rows);
  const again = await labelRows(fit, some, (share) => breathe(share * ownShare, 1));
  const all = await labelRows(fit, matrix, (share) => breathe(ownShare + share * (1 - ownShare), 1));

  const { labels, clusters, before } = numberClusters(all);
  // a cluster of the sample that no row is labelled with stands behind
  const idle = Array.from({ length: componentsOf(fit) }, (_, c) => c).filter((c) => !before.includes(c));
  const own = again.reduce((sum, label, i) => sum + (label === fit.labels[i] ? 1 : 0), 0);
  return {
    ...fit,
    labels,
    clusters,
    model: renumberModel(fit.model, Int32Array.from([...before, ...idle]), rows),
    sample: { by: "sample", fitted: count, ownLabels: own / count },
  };
}

function componentsOf({ model, clusters }: Clustering): number {
  return model.kind === "mixture" ? model.weights.length : clusters;
}
