import { expect, test } from "vitest";
import { compareEngines } from "../../src/comparison/compare-engines.js";
import { noise, plantedBlobs } from "../clustering/planted.js";

test("holds each package against the native engine on the same rows", async () => {
  const { matrix } = plantedBlobs();
  const found = await compareEngines(matrix, [
    { algorithm: "kmeans", options: { k: 3 } },
    { algorithm: "hierarchical", options: { linkage: "average", k: 3 } },
    { algorithm: "dbscan", options: { eps: 3, minPoints: 5 } },
    { algorithm: "hdbscan", options: {} },
  ]);
  expect(
    found.map(({ algorithm, engine, rows, clusters, agreement }) => [algorithm, engine, rows, clusters, agreement]),
  ).toEqual([
    ["k-means", "ml-kmeans", 100, 3, 1],
    ["average", "ml-hclust", 100, 3, 1],
    ["DBSCAN", "density-clustering", 100, 3, 1],
  ]);
  for (const { seconds, nativeSeconds } of found) expect(Math.min(seconds, nativeSeconds)).toBeGreaterThan(0);
});

test("gives a slow package fewer rows, and says how many", async () => {
  const [ward] = await compareEngines(noise(2600, 2), [{ algorithm: "hierarchical", options: { k: 2 } }], {
    rowsForSlow: 200,
  });
  expect(ward).toMatchObject({ algorithm: "ward", engine: "ml-hclust", rows: 200, clusters: 2, agreement: 1 });
  const [means] = await compareEngines(noise(300, 2), [{ algorithm: "kmeans", options: { k: 2 } }], { mostRows: 150 });
  expect(means!.rows).toBe(150);
});
