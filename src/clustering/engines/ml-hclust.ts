import type { Matrix } from "../../core/matrix.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { clusteringFromTree } from "../hierarchical/clustering-from-tree.js";
import { hierarchicalOptions } from "../hierarchical/hierarchical.js";
import { type RowMerges, sortMerges } from "../hierarchical/sort-merges.js";
import { predictClusters } from "../predict-clusters.js";
import { rowsScript, runPackage } from "./package-worker.js";

/** ml-hclust's names of the textbook linkages: its `ward` expects squared distances */
const methods: Readonly<Record<string, string>> = {
  ward: "ward2",
  complete: "complete",
  average: "average",
  single: "single",
};

const script = `${rowsScript}
const open = [package.agnes(rows, { method: input.method })];
const merges = { a: [], b: [], height: [] };
const leafOf = (node) => {
  while (!node.isLeaf) node = node.children[0];
  return node.index;
};
while (open.length > 0) {
  const node = open.pop();
  if (node.isLeaf) continue;
  merges.a.push(leafOf(node.children[0]));
  merges.b.push(leafOf(node.children[1]));
  merges.height.push(node.height);
  open.push(...node.children);
}
// children before their parents, also where heights are equal
return {
  a: Int32Array.from(merges.a.reverse()),
  b: Int32Array.from(merges.b.reverse()),
  height: Float64Array.from(merges.height.reverse()),
};
`;

/** Agglomerative clustering by the package ml-hclust (agnes): cubic time and several n × n matrices. */
export const mlHclust: Clusterer = {
  algorithm: "hierarchical",
  engine: "ml-hclust",
  options: hierarchicalOptions,
  claims: ["permutation", "scaling", "duplicates-share-label", "non-convex"],
  maximumRows: 2_500,
  fit,
  predict: predictClusters,
};

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const linkage = options.linkage as string;
  const input = { data: matrix.data, width: matrix.columns.length, method: methods[linkage] };
  const merges = await runPackage<RowMerges>("ml-hclust", script, input, run);
  const tree = sortMerges(matrix.rows, merges);
  const cut = { linkage, k: options.k as number, engine: "ml-hclust" };
  return { ...clusteringFromTree(tree, matrix, cut), seconds: (performance.now() - began) / 1000 };
}
