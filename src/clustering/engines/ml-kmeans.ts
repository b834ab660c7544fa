import type { Matrix } from "../../core/matrix.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { numberClusters } from "../number-clusters.js";
import { predictClusters } from "../predict-clusters.js";
import { rowsScript, runPackage } from "./package-worker.js";

/** What the script below makes of ml-kmeans' result. */
interface PackageResult {
  readonly labels: number[];
  readonly centroids: number[][];
  readonly iterations: number;
}

const script = `${rowsScript}
const { clusters, centroids, iterations } = package.kmeans(rows, input.k, input.settings);
return { labels: clusters, centroids, iterations };
`;

/**
 * k-means by the package ml-kmeans: one start, an absolute tolerance, empty clusters keep their old centre. Its
 * labels belong to the centres before the last step.
 */
export const mlKmeans: Clusterer = {
  algorithm: "kmeans",
  engine: "ml-kmeans",
  options: [
    { name: "k", default: 5, minimum: 1, maximum: "rows", whole: true, describes: "the number of clusters" },
    { name: "maxIterations", default: 100, minimum: 1, whole: true, describes: "iterations at most" },
    { name: "tolerance", default: 1e-6, minimum: 0, describes: "ends when no centre's squared move is above this" },
    {
      name: "initialization",
      default: "kmeans++",
      choices: ["kmeans++", "random"],
      describes: "how the starting centres are chosen",
    },
  ],
  claims: ["duplicates-share-label"],
  maximumRows: 100_000,
  fit,
  predict: predictClusters,
};

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { data, columns } = matrix;
  const width = columns.length;
  const seed = run.seed ?? 1;
  const { k, ...settings } = options;
  const input = { data, width, k, settings: { ...settings, seed } };
  const result = await runPackage<PackageResult>("ml-kmeans", script, input, run);
  const { labels, clusters, before } = numberClusters(result.labels);
  const centres: Float64Array = Float64Array.from(Array.from(before, (old) => result.centroids[old]!).flat());
  let inertia = 0;
  labels.forEach((label, i) => {
    for (let j = 0; j < width; j++) inertia += (data[i * width + j]! - centres[label * width + j]!) ** 2;
  });
  const ids = Array.from(before, (_, c) => String(c));
  return {
    algorithm: "kmeans",
    engine: "ml-kmeans",
    options: { ...options, seed },
    labels,
    clusters,
    model: {
      kind: "centres",
      centres: { data: centres, rows: clusters, columns, ids },
      inertia,
      iterations: result.iterations,
    },
    seconds: (performance.now() - began) / 1000,
  };
}
