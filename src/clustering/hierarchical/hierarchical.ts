import type { Matrix } from "../../core/matrix.js";
import type { Clusterer, Clustering, FitOptions, OptionDefinition, OptionValues } from "../clusterer.js";
import { predictClusters } from "../predict-clusters.js";
import { clusteringFromTree } from "./clustering-from-tree.js";
import { type Linkage, linkages, mergeTree } from "./merge-tree.js";

/** The options of a hierarchical clustering, in every engine. */
export const hierarchicalOptions = optionsWith(["ward", "complete", "average", "single"]);

/** Agglomerative clustering: the merge tree of `mergeTree`, cut into k clusters; ties go to the smaller row. */
export const hierarchical: Clusterer = {
  algorithm: "hierarchical",
  engine: "native",
  options: optionsWith(linkages),
  claims: ["permutation", "scaling", "duplicates-share-label", "non-convex"],
  fit,
  predict: predictClusters,
};

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const linkage = options.linkage as Linkage;
  const tree = await mergeTree(matrix, { linkage, signal: run.signal, onProgress: run.onProgress });
  const cut = { linkage, k: options.k as number };
  const clustering = clusteringFromTree(tree, matrix, cut);
  return { ...clustering, seconds: (performance.now() - began) / 1000 };
}

function optionsWith(choices: readonly Linkage[]): readonly OptionDefinition[] {
  return [
    { name: "linkage", default: "ward", choices, describes: "when two clusters count as near" },
    { name: "k", default: 5, minimum: 1, maximum: "rows", whole: true, describes: "into how many clusters to cut" },
  ];
}
