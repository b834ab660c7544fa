import { expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { moveCentres, reassignCentres } from "../../../src/clustering/kmeans/batch-centres.js";
import { watchInertia } from "../../../src/clustering/kmeans/watch-inertia.js";
import { withinSumOfSquares } from "../../../src/clustering/metrics/within-sum-of-squares.js";
import { createRandom } from "../../../src/core/random.js";
import { readTable, tableNames } from "../golden-more.js";
import { noise } from "../planted.js";

test.each(tableNames)("over 20 seeds its median inertia is not above what scikit-learn reaches on %s", async (name) => {
  const { matrix, minibatch } = readTable(name);
  const { k, batchSize, seeds, highest } = minibatch;
  const inertias: number[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const { model } = await cluster(matrix, "minibatch-kmeans", { k, batchSize, seed });
    if (model.kind === "centres") inertias.push(model.inertia);
  }
  inertias.sort((a, b) => a - b);
  expect((inertias[9]! + inertias[10]!) / 2).toBeLessThanOrEqual(highest * (1 + 1e-9));
});

test("comes near k-means on many rows", async () => {
  const matrix = noise(30_000, 4);
  const options = { k: 6, seed: 2 };
  const [small, whole] = [
    await cluster(matrix, "minibatch-kmeans", options),
    await cluster(matrix, "kmeans", { ...options, starts: 1 }),
  ];
  const ratio = withinSumOfSquares(matrix, small.labels) / withinSumOfSquares(matrix, whole.labels);
  expect(ratio).toBeLessThan(1.03);
  expect(small.model.kind === "centres" && small.model.iterations).toBeLessThan(20);
});

test("a centre is the mean of all rows it was ever given", () => {
  const centres = Float64Array.of(100, 0);
  const counts = new Float64Array(2);
  moveCentres(Float64Array.of(1, 3), 1, Int32Array.of(1, 1), centres, counts);
  expect([...centres]).toEqual([100, 2]);
  moveCentres(Float64Array.of(5, 90), 1, Int32Array.of(1, 0), centres, counts);
  expect([...centres]).toEqual([90, 3]);
  expect([...counts]).toEqual([1, 3]);
});

test("a centre with hardly any rows moves onto a row of the batch and counts as the poorest of the others", () => {
  const centres = Float64Array.of(0, 50, 9);
  const counts = Float64Array.of(1000, 2, 400);
  reassignCentres(Float64Array.of(7, 7, 7, 7), 1, centres, counts, 0.01, createRandom(1));
  expect([...centres]).toEqual([0, 7, 9]);
  expect([...counts]).toEqual([1000, 400, 400]);
});

test("moves no more centres than half of the batch's rows, the poorest first", () => {
  const centres = Float64Array.of(0, 1, 2, 3);
  const counts = Float64Array.of(1000, 2, 1, 3);
  reassignCentres(Float64Array.of(7, 7, 7, 7), 1, centres, counts, 0.01, createRandom(1));
  expect([...centres]).toEqual([0, 7, 7, 3]);
  expect([...counts]).toEqual([1000, 3, 3, 3]);
});

test("stops after so many batches without a new low, the first batch not counted", () => {
  const settles = watchInertia(100, 100, 2);
  expect([9, 5, 4, 6, 3, 7, 8].map((inertia) => settles(inertia))).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
  const never = watchInertia(100, 10, 0);
  for (let i = 0; i < 50; i++) expect(never(1)).toBe(false);
});
