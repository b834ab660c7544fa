import { expect, test } from "vitest";
import { numberClusters } from "../../src/clustering/number-clusters.js";

test("numbers clusters by descending size, ties by smallest row, and leaves noise", () => {
  const { labels, clusters, before } = numberClusters([7, -1, 4, 4, 9, 7, 4, 2, -3, 2]);
  expect([...labels]).toEqual([1, -1, 0, 0, 3, 1, 0, 2, -1, 2]);
  expect(clusters).toBe(4);
  expect([...before]).toEqual([4, 7, 2, 9]);
});

test("knows no cluster where all is noise, or where there are no rows", () => {
  expect(numberClusters([-1, -1]).clusters).toBe(0);
  expect(numberClusters([]).labels).toHaveLength(0);
});
