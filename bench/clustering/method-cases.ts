import { linkages } from "../../src/clustering/hierarchical/merge-tree.js";
import type { BenchMatrix } from "./bench-matrix.js";
import type { MethodCase } from "./method-case.js";
import { sameDensityTree } from "./same-density-tree.js";
import { sameInertia } from "./same-inertia.js";
import { sameLabels } from "./same-labels.js";
import { sameLikelihood } from "./same-likelihood.js";
import { sameValues } from "./same-values.js";

const most = 20_000;
const quadratic = { rows: most, because: "its time grows with the square of the rows" };
const allPairs = { rows: most, because: "the distances of 200,000 rows would fill 160 GB" };
const perRow = { rows: 10_000, because: "scikit-learn's measures one row at a time and would take minutes a run" };

/** Every method on one matrix, with the parameters that both sides get. */
export function methodCases({ eps, file, startRows, fourClusters, sixClusters }: BenchMatrix): MethodCase[] {
  const isLarge = file.rows > 10_000;
  const seeds = isLarge ? 1 : 5;
  const trees = linkages
    .filter((linkage) => !isLarge || linkage === "ward" || linkage === "average")
    .map(
      (linkage): MethodCase => ({
        name: `${linkage} linkage, full tree`,
        method: "linkage",
        parameters: { linkage },
        peers: ["SciPy"],
        compare: sameValues(1e-9),
        limit: 1,
        most: linkage === "average" ? allPairs : quadratic,
      }),
    );
  return [
    {
      name: "k-means, k = 2 … 12, 10 starts each",
      method: "kmeans-sweep",
      parameters: { start: 2, end: 12, starts: 10 },
      peers: ["scikit-learn"],
      compare: sameInertia(startRows, seeds),
      limit: 1,
    },
    ...trees,
    {
      name: `DBSCAN, eps ${eps}, 10 points`,
      method: "dbscan",
      parameters: { eps, minPoints: 10 },
      peers: ["scikit-learn"],
      compare: sameLabels,
      limit: 1,
    },
    {
      name: "k-distance, 10 points",
      method: "k-distance",
      parameters: { minPoints: 10 },
      peers: ["scikit-learn"],
      compare: sameValues(1e-9),
      limit: 1,
    },
    {
      name: "HDBSCAN, clusters of 50, 10 points",
      method: "hdbscan",
      parameters: { minClusterSize: 50, minSamples: 10 },
      // scikit-learn's measures all pairs of rows, which 200,000 have too many of
      peers: file.rows > most ? ["hdbscan"] : ["scikit-learn", "hdbscan"],
      compare: sameDensityTree(isLarge ? 0 : 5),
      limit: 1,
    },
    {
      name: `OPTICS, 10 points, cut at ${eps}`,
      method: "optics",
      parameters: { minPoints: 10, eps },
      peers: ["scikit-learn"],
      compare: sameLabels,
      limit: 1,
      most: perRow,
    },
    {
      name: "Gaussian mixture, k = 6, full covariance, 1 start",
      method: "gaussian-mixture",
      parameters: { k: 6, starts: 1 },
      peers: ["scikit-learn"],
      compare: sameLikelihood(6, sixClusters, seeds),
      limit: 2,
    },
    {
      name: "Gaussian mixture, k = 6, full covariance, from given clusters",
      method: "mixture-from-labels",
      parameters: { k: 6 },
      labels: sixClusters,
      peers: ["scikit-learn"],
      compare: sameLikelihood(6, sixClusters, 0),
      limit: 2,
    },
    {
      name: "exact silhouettes of 4 clusters",
      method: "silhouette",
      parameters: {},
      labels: fourClusters,
      peers: ["scikit-learn"],
      compare: sameValues(1e-9),
      limit: 1,
      most: quadratic,
    },
  ];
}
