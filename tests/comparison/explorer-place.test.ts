import { expect, test } from "vitest";
import { explorerPlace } from "../../src/comparison/explorer-place.js";

const place = (algorithm: string, options: Record<string, unknown>, engine?: string) => {
  const {
    algorithm: name,
    parameterName,
    parameter,
  } = explorerPlace({
    algorithm,
    options: options as never,
    ...(engine && { engine }),
  });
  return [name, parameterName, parameter];
};

test("finds what is varied, and keeps everything else in the algorithm's name", () => {
  expect(place("kmeans", { k: 4 })).toEqual(["k-means", "k", 4]);
  expect(place("hierarchical", { linkage: "ward", k: 3 })).toEqual(["ward", "k", 3]);
  expect(place("dbscan", { eps: 1.5, minPoints: 10 })).toEqual(["DBSCAN", "eps", 1.5]);
  expect(place("dbscan", { eps: 1.5, minPoints: 20 })).toEqual(["DBSCAN, 20 points", "eps", 1.5]);
  expect(place("hdbscan", { minClusterSize: 29 })).toEqual(["HDBSCAN", "least size", 29]);
  expect(place("gaussian-mixture", { k: 3, covariance: "diag" })).toEqual([
    "Gaussian mixture, covariance = diag",
    "k",
    3,
  ]);
  expect(place("kmeans", { k: 4 }, "ml-kmeans")).toEqual(["k-means, ml-kmeans", "k", 4]);
  expect(place("optics", { xi: 0.05 })).toEqual(["OPTICS", "xi", 0.05]);
  expect(place("optics", {})).toEqual(["OPTICS", "", 0]);
});
