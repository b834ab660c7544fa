import { type ColumnTable, table } from "arquero";
import { cluster } from "../../src/clustering/cluster.js";
import type { Clustering } from "../../src/clustering/clusterer.js";
import type { PreparedMatrix } from "../../src/features/matrix/preparation.js";
import { prepareMatrix } from "../../src/features/matrix/prepare-matrix.js";
import { noise, plantedBlobs } from "../clustering/planted.js";

/** Three groups of customers in six columns, so that neighbours are searched on turned rows, with ids of letters. */
export function plantedCustomers(seed = 1): ColumnTable {
  const { matrix } = plantedBlobs(seed);
  const more = noise(matrix.rows, 3, seed + 7);
  const column = (of: typeof matrix, j: number) => Array.from({ length: of.rows }, (_, i) => of.data[i * 3 + j]!);
  return table({
    customer: Array.from({ length: matrix.rows }, (_, i) => `secret-${i}`),
    ...Object.fromEntries([0, 1, 2].map((j) => [`x${j}`, column(matrix, j)])),
    ...Object.fromEntries([0, 1, 2].map((j) => [`y${j}`, column(more, j)])),
  });
}

/** Every algorithm in every engine that labels new rows, with the options that are tried. */
export const predicting: readonly [name: string, algorithm: string, options: Record<string, unknown>][] = [
  ["k-means", "kmeans", { k: 3 }],
  ["k-means of one cluster", "kmeans", { k: 1 }],
  ["ml-kmeans", "kmeans", { k: 3, engine: "ml-kmeans" }],
  ["mini-batch k-means", "minibatch-kmeans", { k: 3 }],
  ["ward", "hierarchical", { k: 3 }],
  ["average linkage", "hierarchical", { k: 4, linkage: "average" }],
  ["ml-hclust", "hierarchical", { k: 3, engine: "ml-hclust" }],
  ["a mixture", "gaussian-mixture", { k: 3 }],
  ["a diagonal mixture", "gaussian-mixture", { k: 3, covariance: "diagonal" }],
  ["DBSCAN", "dbscan", { eps: 1.2, minPoints: 5 }],
  ["DBSCAN without core points", "dbscan", { eps: 0.001, minPoints: 5 }],
  ["HDBSCAN", "hdbscan", { minClusterSize: 10, minSamples: 4 }],
  ["HDBSCAN of too few rows", "hdbscan", { minClusterSize: 10, minSamples: 500 }],
  ["OPTICS cut at an eps", "optics", { minPoints: 5, eps: 1.2 }],
];

/** Those customers prepared and clustered. */
export async function clusteredCustomers(
  algorithm: string,
  options: Record<string, unknown>,
): Promise<{ matrix: PreparedMatrix; clustering: Clustering }> {
  const matrix = prepareMatrix(plantedCustomers(), { columns: ["x0", "x1", "x2", "y0", "y1", "y2"] });
  return { matrix, clustering: await cluster(matrix, algorithm, { ...options, seed: 4 }) };
}
