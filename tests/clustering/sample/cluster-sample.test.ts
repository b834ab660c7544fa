import { describe, expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { usableMemory } from "../../../src/clustering/hierarchical/check-memory.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { predictClusters } from "../../../src/clustering/predict-clusters.js";
import { type ClusterSampleOptions, clusterSample } from "../../../src/clustering/sample/cluster-sample.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { noise } from "../planted.js";

/** Four groups of 1,200, 900, 600 and 300 rows in three columns, in a mixed order. */
function planted() {
  const random = createRandom(7);
  const centres = [
    [0, 0, 0],
    [10, 0, 0],
    [0, 10, 0],
    [0, 0, 10],
  ];
  const truth = Array.from({ length: 3000 }, (_, i) => (i % 10 < 4 ? 0 : i % 10 < 7 ? 1 : i % 10 < 9 ? 2 : 3));
  return { matrix: createMatrix(truth.map((c) => centres[c]!.map((x) => x + random.normal()))), truth };
}
const { matrix, truth } = planted();

describe.each([
  ["kmeans", { k: 4 }],
  ["minibatch-kmeans", { k: 4 }],
  ["hierarchical", { k: 4, linkage: "ward" }],
  ["hierarchical", { k: 4, linkage: "average" }],
  ["gaussian-mixture", { k: 4 }],
  ["dbscan", { eps: 2.5, minPoints: 5 }],
  ["optics", { eps: 2.5, minPoints: 5 }],
  ["hdbscan", { minClusterSize: 20, minSamples: 5 }],
  ["consensus", { k: 4 }],
])("a sample for %s (%o)", (algorithm, options) => {
  test("finds the planted groups, numbered by size, with a model that labels them alike", async () => {
    const clustering = await clusterSample(matrix, algorithm, { ...options, rows: 500, seed: 3 });
    const { labels, clusters, sample, warnings } = clustering;
    expect([clustering.algorithm, labels.length, clusters]).toEqual([algorithm, 3000, 4]);
    expect(adjustedRandIndex(labels, truth)).toBeGreaterThan(0.97);
    const sizes = [0, 1, 2, 3].map((c) => labels.filter((label) => label === c).length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(predictClusters(clustering, matrix)).toEqual(labels);
    expect(sample).toMatchObject({ by: "sample", fitted: 500 });
    expect(sample.ownLabels).toBeGreaterThan(0.95);
    expect(warnings?.some((text) => text.startsWith("approximate: "))).toBe(true);
    const again = await clusterSample(matrix, algorithm, { ...options, rows: 500, seed: 3 });
    expect(again.labels).toEqual(labels);
  });
});

describe.each([
  ["kmeans", { k: 4 }],
  ["hierarchical", { k: 4 }],
])("micro-clusters for %s", (algorithm, options) => {
  test("find the planted groups, numbered by size", async () => {
    const clustering = await clusterSample(matrix, algorithm, { ...options, by: "micro-clusters", microClusters: 200 });
    const { labels, clusters, sample } = clustering;
    expect(clusters).toBe(4);
    expect(adjustedRandIndex(labels, truth)).toBeGreaterThan(0.98);
    const sizes = [0, 1, 2, 3].map((c) => labels.filter((label) => label === c).length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(adjustedRandIndex(predictClusters(clustering, matrix), labels)).toBeGreaterThan(0.98);
    expect(sample).toMatchObject({ by: "micro-clusters", fitted: 200 });
    expect(sample.varianceKept).toBeGreaterThan(0.95);
  });
});

test("with k-means each row has the label that its model predicts", async () => {
  const clustering = await clusterSample(noise(600, 3), "kmeans", { k: 7, by: "micro-clusters", microClusters: 60 });
  expect(predictClusters(clustering, noise(600, 3))).toEqual(clustering.labels);
});

test("as many micro-clusters as rows give ward itself", async () => {
  const rows = noise(300, 3);
  const { labels, sample } = await clusterSample(rows, "hierarchical", { k: 6, by: "micro-clusters", compare: true });
  expect(labels).toEqual((await cluster(rows, "hierarchical", { k: 6 })).labels);
  expect(sample).toEqual({ by: "micro-clusters", fitted: 300, varianceKept: 1, agreement: 1 });
});

test("as large a sample as there are rows is the full fit, and not approximate", async () => {
  const { labels, warnings, sample } = await clusterSample(matrix, "kmeans", { k: 4, seed: 2 });
  expect(labels).toEqual((await cluster(matrix, "kmeans", { k: 4, seed: 2 })).labels);
  expect([warnings, sample.fitted]).toEqual([[], 3000]);
});

test("tells what it did, and how far it agrees with the full fit where that was asked for", async () => {
  const options = { k: 5, rows: 400, seed: 4 };
  const some = await clusterSample(matrix, "hierarchical", { ...options, compare: true });
  const full = await cluster(matrix, "hierarchical", { k: 5 });
  const agreement = adjustedRandIndex(some.labels, full.labels);
  expect(some.sample.agreement).toBe(agreement);
  expect(agreement).toBeGreaterThan(0.5);
  expect(agreement).toBeLessThan(1);
  const share = (100 * some.sample.ownLabels!).toFixed(1);
  expect(some.warnings).toEqual([
    `approximate: ward linkage was fitted on 400 of 3,000 rows; its rule for new rows labels them all, and gives ${share} % of the fitted rows the label of the fit`,
    `the adjusted Rand index with the full fit is ${agreement.toFixed(3)}`,
  ]);
  const { warnings } = await clusterSample(matrix, "dbscan", { eps: 2.5, minPoints: 5, rows: 400 });
  expect(warnings?.[1]).toBe("a sample is 7.5 times sparser than all rows: what counts neighbours counts sampled ones");
  const micro = await clusterSample(matrix, "kmeans", { k: 4, by: "micro-clusters", microClusters: 50 });
  expect(micro.warnings?.[0]).toMatch(
    /^approximate: kmeans was fitted on 50 micro-clusters of 3,000 rows, between which 9\d\.\d % of the variance lies$/,
  );
});

test("says why it was not compared where the full fit would not fit into memory", async () => {
  const rows = Math.ceil(Math.sqrt(usableMemory() / 4)) + 1_000;
  const large = { ...noise(rows, 1), ids: [] };
  const options = { linkage: "average", k: 3, rows: 300, compare: true };
  const { sample, warnings } = await clusterSample(large, "hierarchical", options);
  expect(sample.agreement).toBeUndefined();
  expect(warnings?.at(-1)).toMatch(/^not compared with the full fit: average linkage of [\d,]+ rows would keep /);
});

test("stops on a signal, its progress never falling", async () => {
  const large = noise(60_000, 6);
  for (const by of ["sample", "micro-clusters"] as const) {
    const controller = new AbortController();
    const shares: number[] = [];
    const run = clusterSample(large, "hierarchical", {
      by,
      rows: 8_000,
      microClusters: 20_000,
      signal: controller.signal,
      onProgress: ({ done, total }) => {
        shares.push(done / total);
        if (shares.length === 4) controller.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ code: "aborted" });
    expect(shares.length).toBeGreaterThanOrEqual(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  }
});

test("refuses what it cannot do, naming what it can", async () => {
  const refuse = (algorithm: string, options: Record<string, unknown>) =>
    expect(clusterSample(matrix, algorithm, options as ClusterSampleOptions)).rejects;
  await refuse("kmeans", { by: "grid" }).toThrow('by is "grid"; choose "sample" or "micro-clusters"');
  await refuse("kmeans", { rows: 0 }).toThrow("rows is 0; choose a whole number from 1");
  await refuse("kmeans", { microClusters: 1.5 }).toThrow("microClusters is 1.5; choose a whole number from 1");
  await refuse("dbscan", { by: "micro-clusters" }).toThrow(
    'micro-clusters serve native kmeans and ward linkage, not dbscan by native; choose by: "sample"',
  );
  await refuse("hierarchical", { by: "micro-clusters", linkage: "average" }).toThrow("not average linkage by native");
  await refuse("kmeans", { by: "micro-clusters", k: 30, microClusters: 20 }).toThrow(
    "k is 30, above 20 micro-clusters; choose a smaller k or more microClusters",
  );
  await refuse("dbscan", { engine: "density-clustering", rows: 50 }).toThrow(
    'dbscan by density-clustering has no labels for rows that it was not fitted on; use engine "native"',
  );
  await refuse("kmeans", { k: 60, rows: 50 }).toThrow(
    "k is 60; choose a whole number from 1 to 50, the number of rows",
  );
  await refuse("kmeans", { row: 50 }).toThrow('kmeans has no option "row"');
});
