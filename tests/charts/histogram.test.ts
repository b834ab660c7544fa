import { expect, test } from "vitest";
import { histogram } from "../../src/charts/histogram.js";

test("counts every finite value once, in at most as many bins as allowed", () => {
  const values = Float64Array.from({ length: 1000 }, (_, i) => Math.exp(i / 100));
  const { edges, counts } = histogram([...values, Number.NaN, Number.POSITIVE_INFINITY], 40);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
  expect(counts.length).toBeLessThanOrEqual(40);
  expect(edges).toHaveLength(counts.length + 1);
});

test("puts a value on an edge into the bin above, the bins being round", () => {
  expect(histogram([0, 1, 1, 2, 3], 4)).toEqual({ edges: [0, 1, 2, 3, 4], counts: [1, 2, 1, 1] });
});

test("makes one bin of a constant and none of nothing", () => {
  expect(histogram([7, 7]).counts).toEqual([2]);
  expect(histogram([0, 0]).counts).toEqual([2]);
  expect(histogram([]).counts).toEqual([]);
});
