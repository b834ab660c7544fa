import { describe, expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { numberClusters } from "../../../src/clustering/number-clusters.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { goldenNames, readGolden } from "../golden.js";

describe.each(goldenNames)("%s", (name) => {
  test("gives scikit-learn's clusters, noise and core points", async () => {
    const { matrix, dbscan } = readGolden(name);
    for (const golden of dbscan) {
      const { labels, model } = await cluster(matrix, "dbscan", { eps: golden.eps, minPoints: golden.minPoints });
      expect([...labels]).toEqual([...numberClusters(golden.labels).labels]);
      if (model.kind !== "density") throw new Error("no density");
      expect([...model.corePoints]).toEqual(golden.corePoints);
      expect(model.points.rows).toBe(golden.corePoints.length);
    }
  });
});

test("counts a neighbour at exactly eps, and the point itself", async () => {
  const matrix = createMatrix([
    [0, 0],
    [3, 4],
    [6, 8],
    [30, 40],
  ]);
  const { labels, model } = await cluster(matrix, "dbscan", { eps: 5, minPoints: 3 });
  expect([...labels]).toEqual([0, 0, 0, -1]);
  if (model.kind === "density") expect([...model.corePoints]).toEqual([1]);
});

test("gives a border point to the neighbouring cluster with the smallest core row", async () => {
  // row 0 lies between two groups and is core of neither
  const matrix = createMatrix([[5], [7], [7.4], [7.8], [7.9], [3], [2.6], [2.2], [2.1]]);
  const { labels } = await cluster(matrix, "dbscan", { eps: 2, minPoints: 4 });
  expect([...labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
});

test("calls everything noise where no row has enough neighbours", async () => {
  const { labels, clusters } = await cluster(createMatrix([[1], [2], [3]]), "dbscan", { minPoints: 4 });
  expect([...labels]).toEqual([-1, -1, -1]);
  expect(clusters).toBe(0);
});

test("with eps 0 joins equal rows alone", async () => {
  const matrix = createMatrix([[1], [1], [2], [3], [3], [3]]);
  const { labels } = await cluster(matrix, "dbscan", { eps: 0, minPoints: 2 });
  expect([...labels]).toEqual([1, 1, -1, 0, 0, 0]);
});
