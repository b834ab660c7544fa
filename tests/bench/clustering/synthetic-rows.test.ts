import { expect, test } from "vitest";
import { syntheticRows } from "../../../bench/clustering/synthetic-rows.js";
import { cluster } from "../../../src/clustering/cluster.js";

test("plants twenty groups and a tenth of noise, the same for the same seed", async () => {
  const matrix = syntheticRows(8000, 8, 1);
  expect([matrix.rows, matrix.columns.length]).toEqual([8000, 8]);
  expect(syntheticRows(8000, 8, 1).data).toEqual(matrix.data);
  const { clusters, labels } = await cluster(matrix, "hdbscan", { minClusterSize: 50, minSamples: 10 });
  expect(clusters).toBe(20);
  const noise = labels.filter((label) => label < 0).length / 8000;
  expect(noise).toBeGreaterThan(0.07);
  expect(noise).toBeLessThan(0.15);
});

test("more rows are more of the same groups", () => {
  const [few, many] = [syntheticRows(100, 3, 5), syntheticRows(200, 3, 5)];
  expect(many.data.subarray(0, few.data.length)).toEqual(few.data);
});
