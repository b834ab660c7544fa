import type { MethodName, MethodParameters } from "./method-request.js";

/** Methods measured on the same shape of rows at several sizes. */
export interface GrowthShape {
  readonly columns: number;
  /** Ascending. */
  readonly sizes: readonly number[];
  readonly cases: readonly GrowthCase[];
}

/** One method whose growth is measured. */
export interface GrowthCase {
  readonly name: string;
  readonly method: MethodName;
  /** Without `eps`, which is the k-distance knee of each size. */
  readonly parameters: MethodParameters;
  /** What the exponent must not pass. */
  readonly bar?: number;
}

const pairwise = [2_500, 5_000, 10_000, 20_000];
const large = [25_000, 50_000, 100_000, 200_000];
const hdbscan = { name: "HDBSCAN", method: "hdbscan", parameters: { minClusterSize: 50, minSamples: 10 } } as const;

/** What is measured how often larger. */
export const growthShapes: readonly GrowthShape[] = [
  {
    columns: 12,
    sizes: pairwise,
    cases: [
      { name: "ward linkage", method: "linkage", parameters: { linkage: "ward" }, bar: 2.1 },
      { name: "average linkage", method: "linkage", parameters: { linkage: "average" } },
      { name: "single linkage", method: "linkage", parameters: { linkage: "single" } },
      { name: "exact silhouettes", method: "silhouette", parameters: {}, bar: 2.1 },
      hdbscan,
    ],
  },
  {
    columns: 8,
    sizes: large,
    cases: [
      {
        name: "k-means, k = 8, 5 starts",
        method: "kmeans-sweep",
        parameters: { start: 8, end: 8, starts: 5 },
        bar: 1.1,
      },
      { name: "Gaussian mixture, k = 6", method: "gaussian-mixture", parameters: { k: 6, starts: 1 } },
    ],
  },
  {
    columns: 3,
    sizes: large,
    cases: [
      { name: "DBSCAN", method: "dbscan", parameters: { minPoints: 10 }, bar: 1.3 },
      { name: "k-distance", method: "k-distance", parameters: { minPoints: 10 } },
      hdbscan,
    ],
  },
];
