import { expect, test } from "vitest";
import { cluster } from "../../src/clustering/cluster.js";
import { clusterMany } from "../../src/clustering/cluster-many.js";
import type { Clustering } from "../../src/clustering/clusterer.js";
import { clusterers } from "../../src/clustering/clusterers.js";
import { predictClusters } from "../../src/clustering/predict-clusters.js";
import { createMatrix } from "../../src/core/matrix.js";
import { plantedBlobs } from "./planted.js";

const { matrix } = plantedBlobs();
const timeless = ({ seconds: _, ...clustering }: Clustering) => clustering;

test("every algorithm in every engine gives on a thread what it gives here, identifiers included", async () => {
  const jobs = clusterers.map(({ algorithm, engine }) => ({ algorithm, engine, seed: 3 }));
  const outcomes = await clusterMany(matrix, jobs, { threads: 2 });
  for (const [i, { algorithm, engine, seed }] of jobs.entries()) {
    const { value, error } = outcomes[i]!;
    expect(error).toBeUndefined();
    expect(timeless(value!)).toEqual(timeless(await cluster(matrix, algorithm, { engine, seed })));
    if (value!.model.kind !== "labels" && value!.model.kind !== "reachability") {
      expect(predictClusters(value!, matrix)).toHaveLength(matrix.rows);
    }
  }
});

test("names the row whose value is no number, and an algorithm that there is not", async () => {
  const bad = createMatrix([[1], [Number.NaN]], ["orders"], ["C7", "C8"]);
  await expect(clusterMany(bad, [{ algorithm: "kmeans" }])).rejects.toThrow('row "C8" has NaN in column "orders"');
  const [outcome] = await clusterMany(matrix, [{ algorithm: "kmean" }]);
  expect(outcome!.error?.message).toMatch(/^there is no algorithm "kmean"; did you mean "kmeans"/);
});

test("tells each outcome as it comes", async () => {
  const told = new Map<number, number | undefined>();
  const jobs = [2, 3, 4].map((k) => ({ algorithm: "kmeans", options: { k } }));
  await clusterMany(matrix, jobs, { onOutcome: (index, { value }) => void told.set(index, value?.clusters) });
  expect([...told].sort()).toEqual([
    [0, 2],
    [1, 3],
    [2, 4],
  ]);
});
