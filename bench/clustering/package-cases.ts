import type { BenchMatrix } from "./bench-matrix.js";
import type { MethodCase } from "./method-case.js";
import { notWorse } from "./not-worse.js";
import { sameLabels } from "./same-labels.js";
import { sameValues } from "./same-values.js";

/** The npm packages beside our own engine, each on what it can finish. */
export function packageCases({ eps }: BenchMatrix): MethodCase[] {
  return [
    {
      name: "k-means, k = 2 … 12, 10 starts each",
      method: "kmeans-sweep",
      parameters: { start: 2, end: 12, starts: 10 },
      peers: ["ml-kmeans"],
      compare: notWorse,
      limit: 1,
    },
    {
      name: `DBSCAN, eps ${eps}, 10 points`,
      method: "dbscan",
      parameters: { eps, minPoints: 10 },
      peers: ["density-clustering"],
      compare: sameLabels,
      limit: 1,
    },
    {
      name: "ward linkage, full tree",
      method: "linkage",
      parameters: { linkage: "ward" },
      peers: ["ml-hclust"],
      compare: sameValues(1e-9),
      limit: 1,
      most: { rows: 1_000, because: "ml-hclust's time grows with the cube of the rows" },
    },
  ];
}
