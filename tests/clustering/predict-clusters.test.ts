import { expect, test } from "vitest";
import { cluster } from "../../src/clustering/cluster.js";
import { predictClusters } from "../../src/clustering/predict-clusters.js";
import { createMatrix } from "../../src/core/matrix.js";

const fitted = createMatrix([[0], [1], [2], [10], [11]], ["spend"]);
const fresh = createMatrix([[-3], [6.8], [5.2], [100]], ["spend"]);

test("k-means and trees give the nearest centre", async () => {
  for (const algorithm of ["kmeans", "hierarchical"]) {
    const clustering = await cluster(fitted, algorithm, { k: 2 });
    expect([...predictClusters(clustering, fresh)]).toEqual([0, 1, 0, 1]);
  }
});

test("DBSCAN gives the nearest core point's cluster within eps, inclusively, else noise", async () => {
  const clustering = await cluster(fitted, "dbscan", { eps: 1, minPoints: 2 });
  const rows = createMatrix([[3], [3.001], [9], [8.999], [500]], ["spend"]);
  expect([...predictClusters(clustering, rows)]).toEqual([0, -1, 1, -1, -1]);
});

test("DBSCAN without core points calls everything noise", async () => {
  const clustering = await cluster(fitted, "dbscan", { eps: 1, minPoints: 5 });
  expect([...predictClusters(clustering, fresh)]).toEqual([-1, -1, -1, -1]);
});

test("refuses other columns, values that are no numbers, and a model that keeps nothing", async () => {
  const clustering = await cluster(fitted, "kmeans", { k: 2 });
  expect(() => predictClusters(clustering, createMatrix([[1]], ["orders"]))).toThrow(
    'there is no column "spend": the clustering was fitted on spend, the new rows have orders; prepare them alike',
  );
  expect(() => predictClusters(clustering, createMatrix([[Number.NaN]], ["spend"], ["C1"]))).toThrow(
    'row "C1" has NaN',
  );
  const labels = await cluster(fitted, "dbscan", { eps: 1.5, minPoints: 2, engine: "density-clustering" });
  expect(() => predictClusters(labels, fresh)).toThrow("dbscan by density-clustering keeps no model");
});
