import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import { createRandom } from "../../core/random.js";
import type { ClusterOptions } from "../cluster.js";
import { clusterCentroids } from "../cluster-centroids.js";
import type { Clustering, OptionValues } from "../clusterer.js";
import { findClusterer } from "../find-clusterer.js";
import { cutTree } from "../hierarchical/cut-tree.js";
import { nearestCentres } from "../kmeans/nearest-centres.js";
import { numberCentres } from "../kmeans/number-centres.js";
import { checkPairs } from "../limits/check-pairs.js";
import { normalizeOptions } from "../normalize-options.js";
import { numberClusters } from "../number-clusters.js";
import { type MicroClusters, microClusters } from "./micro-clusters.js";
import type { SampleFacts } from "./sampled-clustering.js";
import { weightedKmeans } from "./weighted-kmeans.js";
import { weightedWard } from "./weighted-ward.js";

type Breathe = (share: number) => Promise<void> | undefined;

/**
 * Fits weighted k-means or ward on micro-clusters. With k-means each row goes to its nearest centre, with ward to the
 * cluster of its micro-cluster.
 *
 * @param count how many micro-clusters
 * @returns the clustering of all rows
 */
export async function fitMicroClusters(
  matrix: Matrix,
  algorithm: string,
  count: number,
  { engine = "native", seed = 1, signal, onProgress, ...own }: ClusterOptions,
): Promise<Clustering & { readonly sample: SampleFacts }> {
  const began = performance.now();
  const clusterer = findClusterer(algorithm, engine);
  const options = normalizeOptions(clusterer, own, matrix.rows);
  const isKmeans = algorithm === "kmeans";
  if (engine !== "native" || !(isKmeans || (algorithm === "hierarchical" && options.linkage === "ward"))) {
    const named = algorithm === "hierarchical" ? `${options.linkage} linkage` : algorithm;
    throw new SegmentLabError(
      "bad-option",
      `micro-clusters serve native kmeans and ward linkage, not ${named} by ${engine}; choose by: "sample"`,
    );
  }
  if ((options.k as number) > Math.min(count, matrix.rows)) {
    throw new SegmentLabError(
      "bad-option",
      `k is ${options.k}, above ${formatNumber(count)} micro-clusters; choose a smaller k or more microClusters`,
    );
  }
  if (!isKmeans) {
    const { columns } = matrix;
    checkPairs("ward linkage", { rows: Math.min(count, matrix.rows), columns }, "choose fewer microClusters");
  }
  const breathe = createBreather({ signal, onProgress }, "micro-clusters");
  const micro = await microClusters(matrix, count, (share) => breathe(share * microShare, 1));
  const report: Breathe = (share) => breathe(microShare + share * (1 - microShare), 1);
  const fit = isKmeans
    ? await fitKmeans(matrix, micro, options, seed, report)
    : await fitWard(matrix, micro, options, report);
  return {
    algorithm,
    engine,
    options: isKmeans ? { ...options, seed } : options,
    ...fit,
    seconds: (performance.now() - began) / 1000,
    sample: { by: "micro-clusters", fitted: micro.sizes.length, varianceKept: micro.kept },
  };
}

/** the share of the progress that summing up takes */
const microShare = 0.7;

type Fit = Pick<Clustering, "labels" | "clusters" | "model">;

async function fitKmeans(
  matrix: Matrix,
  { means, sizes }: MicroClusters,
  options: OptionValues,
  seed: number,
  breathe: Breathe,
): Promise<Fit> {
  const { k, starts, maxIterations, tolerance } = options as Record<string, number>;
  const { centres, iterations } = await weightedKmeans(means, sizes, {
    k: k!,
    starts: starts!,
    maxIterations: maxIterations!,
    tolerance: tolerance!,
    random: createRandom(seed),
    breathe: (share) => breathe(share / 2),
  });
  const { data, rows, columns } = matrix;
  const nearest = new Int32Array(rows);
  const block = Math.max(16, Math.floor(1e7 / centres.length));
  let inertia = 0;
  for (let from = 0; from < rows; from += block) {
    inertia += nearestCentres(data, columns.length, from, Math.min(rows, from + block), centres, nearest);
    const pause = breathe((1 + from / rows) / 2);
    if (pause) await pause;
  }
  const numbered = numberCentres(matrix, nearest, centres);
  return {
    labels: numbered.labels,
    clusters: numbered.centres.rows,
    model: { kind: "centres", centres: numbered.centres, inertia, iterations },
  };
}

async function fitWard(
  matrix: Matrix,
  { means, sizes, of }: MicroClusters,
  options: OptionValues,
  breathe: Breathe,
): Promise<Fit> {
  const tree = await weightedWard(means, sizes, (done) => breathe(done / means.rows));
  const cut = cutTree(tree, Math.min(options.k as number, means.rows));
  const { labels, clusters } = numberClusters(of.map((leaf) => cut[leaf]!));
  const { centroids } = clusterCentroids(matrix, labels);
  return { labels, clusters, model: { kind: "tree", tree, linkage: "ward", centroids } };
}
