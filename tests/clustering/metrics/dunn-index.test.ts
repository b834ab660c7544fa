import { describe, expect, test } from "vitest";
import { dunnIndex } from "../../../src/clustering/metrics/dunn-index.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { readTable, tableNames } from "../golden-more.js";
import { noise } from "../planted.js";

describe.each(tableNames)("%s", (name) => {
  test("equals the least separation over the largest diameter by SciPy's distances", async () => {
    const { matrix, dunn } = readTable(name);
    expect(dunn.length).toBeGreaterThan(2);
    for (const { labels, index } of dunn) {
      expect(Math.abs((await dunnIndex(matrix, Int32Array.from(labels))) - index)).toBeLessThan(1e-9);
    }
  });
});

test("leaves noise out; needs two clusters, one of them with two different rows", async () => {
  const matrix = createMatrix([[0], [2], [3], [7], [8]]);
  expect(await dunnIndex(matrix, Int32Array.of(0, 0, -1, 1, 1))).toBe(2.5);
  expect(await dunnIndex(matrix, Int32Array.of(0, 0, -1, 0, 0))).toBeNaN();
  expect(await dunnIndex(matrix, Int32Array.of(0, 1, 2, 3, 4))).toBe(Number.POSITIVE_INFINITY);
  await expect(dunnIndex(matrix, Int32Array.of(0))).rejects.toThrow("1 labels for 5 rows; give one label a row");
});

test("stops on a signal", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 60);
  const labels = Int32Array.from({ length: 20_000 }, (_, i) => i % 2);
  await expect(dunnIndex(noise(20_000, 13), labels, { signal: controller.signal })).rejects.toThrow(
    "Dunn index was stopped",
  );
});
