import type { Matrix } from "../../core/matrix.js";
import { createRandom } from "../../core/random.js";
import { runOnThreads } from "../../core/threads/run-on-threads.js";
import { shareMatrix } from "../../core/threads/share-matrix.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { predictClusters } from "../predict-clusters.js";
import { kmeansStart } from "./kmeans-start.js";
import { numberCentres } from "./number-centres.js";

/** How often k-means starts where nothing else is said. */
export const defaultStarts = 10;

/**
 * k-means: greedy k-means++ starts, Lloyd's iterations, the best of several starts. Where k is above the number of
 * distinct rows there are as many clusters as distinct rows.
 */
export const kmeans: Clusterer = {
  algorithm: "kmeans",
  engine: "native",
  options: [
    { name: "k", default: 5, minimum: 1, maximum: "rows", whole: true, describes: "the number of clusters" },
    {
      name: "starts",
      default: defaultStarts,
      minimum: 1,
      whole: true,
      describes: "how often to start; the best one counts",
    },
    { name: "maxIterations", default: 300, minimum: 1, whole: true, describes: "iterations of one start at most" },
    {
      name: "tolerance",
      default: 1e-4,
      minimum: 0,
      describes: "a start ends when the centres' squared moves sum to this share of the columns' mean variance",
    },
  ],
  claims: ["scaling", "duplicates-share-label", "predict-equals-labels"],
  fit,
  predict: predictClusters,
};

/** below this many numbers looked at by an iteration of every start, threads cost more than they give */
const threadWorth = 5e7;

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { k, starts, maxIterations, tolerance } = options as Record<string, number>;
  const seed = run.seed ?? 1;
  const random = createRandom(seed);
  const work = matrix.data.length * k! * starts!;
  const found = await runOnThreads(
    kmeansStart,
    Array.from({ length: starts! }, () => ({
      matrix: work < threadWorth ? matrix : shareMatrix(matrix),
      k: k!,
      seed: random.integer(2 ** 31),
      maxIterations: maxIterations!,
      tolerance: tolerance!,
    })),
    work < threadWorth ? { ...run, threads: 1 } : run,
  );
  // a gain within rounding is the same solution found again
  const best = found.reduce((least, start) => (start.inertia < least.inertia * (1 - 1e-12) ? start : least));
  const { labels, centres } = numberCentres(matrix, best.labels, best.centres);
  return {
    algorithm: "kmeans",
    engine: "native",
    options: { ...options, seed },
    labels,
    clusters: centres.rows,
    model: { kind: "centres", centres, inertia: best.inertia, iterations: best.iterations },
    seconds: (performance.now() - began) / 1000,
  };
}
