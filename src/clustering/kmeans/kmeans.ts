import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import { createRandom } from "../../core/random.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { predictClusters } from "../predict-clusters.js";
import { numberCentres } from "./number-centres.js";
import { plusPlusCentres } from "./plus-plus-centres.js";
import { type RefinedCentres, refineCentres } from "./refine-centres.js";

/**
 * k-means: greedy k-means++ starts, Lloyd's iterations, the best of several starts. Where k is above the number of
 * distinct rows there are as many clusters as distinct rows.
 */
export const kmeans: Clusterer = {
  algorithm: "kmeans",
  engine: "native",
  options: [
    { name: "k", default: 5, minimum: 1, maximum: "rows", whole: true, describes: "the number of clusters" },
    { name: "starts", default: 10, minimum: 1, whole: true, describes: "how often to start; the best one counts" },
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

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { k, starts, maxIterations, tolerance } = options as Record<string, number>;
  const seed = run.seed ?? 1;
  const random = createRandom(seed);
  const breathe = createBreather(run, "k-means");
  let best: RefinedCentres | undefined;
  for (let start = 0; start < starts!; start++) {
    const report = (iterations: number) => breathe(start * maxIterations! + iterations, starts! * maxIterations!);
    const centres = await plusPlusCentres(matrix, k!, random, () => report(0));
    const refined = await refineCentres(matrix, centres, { maxIterations, tolerance, breathe: report });
    // a gain within rounding is the same solution found again
    if (!best || refined.inertia < best.inertia * (1 - 1e-12)) best = refined;
  }
  const { labels, centres } = numberCentres(matrix, best!.labels, best!.centres);
  return {
    algorithm: "kmeans",
    engine: "native",
    options: { ...options, seed },
    labels,
    clusters: centres.rows,
    model: { kind: "centres", centres, inertia: best!.inertia, iterations: best!.iterations },
    seconds: (performance.now() - began) / 1000,
  };
}
