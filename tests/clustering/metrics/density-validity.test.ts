import { describe, expect, test } from "vitest";
import { densityValidity } from "../../../src/clustering/metrics/density-validity.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { densityNames, readDensityGolden } from "../density-golden.js";
import { noise, plantedBlobs, plantedMoons, reorder, shuffled } from "../planted.js";

describe.each(densityNames)("%s", (name) => {
  const { matrix, dbcv, distinct } = readDensityGolden(name);
  const rows = reorder(matrix, distinct);

  test("the index equals hdbscan's, row for row", async () => {
    expect(dbcv.length).toBeGreaterThan(1);
    for (const golden of dbcv) {
      const { index, clusters } = await densityValidity(rows, golden.labels);
      expect(Math.abs(index - golden.index)).toBeLessThan(1e-9);
      expect(clusters).toHaveLength(golden.clusters.length);
      clusters.forEach((value, c) => {
        expect(Math.abs(value - golden.clusters[c]!)).toBeLessThan(1e-9);
      });
    }
  });

  test("with ties to the shorter distance it equals hdbscan's on such trees, in any order of rows", async () => {
    for (const golden of dbcv) {
      const { index } = await densityValidity(rows, golden.labels, { ties: "shorter" });
      expect(Math.abs(index - golden.shorter)).toBeLessThan(1e-9);
      const order = shuffled(rows.rows, 5);
      const labels = order.map((row) => golden.labels[row]!);
      const other = await densityValidity(reorder(rows, order), labels, { ties: "shorter" });
      expect(Math.abs(index - other.index)).toBeLessThan(1e-9);
    }
  });
});

test("shows how far hdbscan's own index moves with the order of rows", () => {
  const ranges = densityNames.flatMap((name) =>
    readDensityGolden(name).dbcv.map(({ shuffled: [low, high] }) => high - low),
  );
  expect(Math.max(...ranges)).toBeGreaterThan(0.2);
});

test("equal rows count once", async () => {
  const { matrix, truth } = plantedBlobs();
  const twice = reorder(matrix, [...truth.keys(), ...truth.keys()]);
  const { index } = await densityValidity(matrix, truth);
  expect((await densityValidity(twice, [...truth, ...truth])).index).toBe(index);
});

test("judges moons by density: the truth above a straight cut", async () => {
  const { matrix, truth } = plantedMoons();
  const straight = truth.map((_, i) => (matrix.data[2 * i]! > 0.5 ? 1 : 0));
  const right = await densityValidity(matrix, truth, { ties: "shorter" });
  const wrong = await densityValidity(matrix, straight, { ties: "shorter" });
  expect(right.index).toBeGreaterThan(0);
  expect(wrong.index).toBeLessThan(0);
});

test("noise and single rows count as 0, fewer than two clusters have no index", async () => {
  const matrix = createMatrix([[0], [1], [2], [10], [11], [12], [99], [50]]);
  const full = await densityValidity(createMatrix([[0], [1], [2], [10], [11], [12]]), [0, 0, 0, 1, 1, 1]);
  const noisy = await densityValidity(matrix, [0, 0, 0, 1, 1, 1, -1, 2]);
  expect(noisy.index).toBeCloseTo((full.index * 6) / 8, 12);
  expect(noisy.clusters[2]).toBeNaN();
  expect((await densityValidity(matrix, [0, 0, 0, 0, 0, 0, -1, -1])).index).toBeNaN();
  expect((await densityValidity(matrix, new Int32Array(8).fill(-1))).index).toBeNaN();
});

test("needs one label a row, and does not go on under a signal", async () => {
  const matrix = createMatrix([[0], [1]]);
  await expect(densityValidity(matrix, [0])).rejects.toThrow("1 labels for 2 rows; give one label a row");
  const rows = noise(3_000, 5);
  const labels = Array.from({ length: rows.rows }, (_, i) => i % 2);
  const run = { signal: AbortSignal.timeout(60) };
  await expect(densityValidity(rows, labels, run)).rejects.toMatchObject({ code: "aborted" });
});
