import { describe, expect, test } from "vitest";
import type { MethodRequest, MethodResult } from "../../../bench/clustering/method-request.js";
import { notWorse } from "../../../bench/clustering/not-worse.js";
import { sameDensityTree } from "../../../bench/clustering/same-density-tree.js";
import { sameInertia } from "../../../bench/clustering/same-inertia.js";
import { sameLabels } from "../../../bench/clustering/same-labels.js";
import { sameLikelihood } from "../../../bench/clustering/same-likelihood.js";
import { largestDifference, sameValues } from "../../../bench/clustering/same-values.js";

const always = (result: MethodResult) => async () => result;
const labels = (...values: number[]) => always({ labels: Int32Array.from(values) });
const values = (...numbers: number[]) => always({ values: Float64Array.from(numbers) });

describe("values", () => {
  test("are the same within the tolerance, above 1 relative to the value", async () => {
    expect(await sameValues(1e-9)(values(1000, 0.5), values(1000 + 1e-7, 0.5))).toEqual({ equal: true });
    expect((await sameValues(1e-9)(values(0.5), values(0.5 + 1e-8))).equal).toBe(false);
  });

  test("that are missing, infinite or no numbers match only themselves", () => {
    expect(largestDifference([1, 2], [1])).toBe(Number.POSITIVE_INFINITY);
    const infinite = Number.POSITIVE_INFINITY;
    expect(largestDifference([infinite], [infinite])).toBe(0);
    expect(largestDifference([1], [infinite])).toBe(infinite);
    expect(largestDifference([Number.NaN], [1])).toBe(infinite);
    expect(largestDifference([Number.NaN, 0], [1, 0.5])).toBe(infinite);
    expect(largestDifference([0, 0], [0.5, infinite])).toBe(infinite);
  });
});

test("labels are the same under any numbering, noise included", async () => {
  expect(await sameLabels(labels(0, 0, 1, 1, -1), labels(1, 1, 0, 0, -1))).toEqual({ equal: true });
  expect(await sameLabels(labels(0, 0, 1, 1, -1), labels(0, 0, 1, 1, 1))).toMatchObject({ equal: false });
});

describe("HDBSCAN", () => {
  const rows = Array.from({ length: 200 }, (_, i) => Math.floor(i / 50));
  const side =
    (edge: number, found: readonly number[], shuffled = found) =>
    async ({ method, shuffle }: Partial<MethodRequest> = {}) =>
      method === "hdbscan-tree"
        ? { values: Float64Array.of(1, edge) }
        : { labels: Int32Array.from(shuffle === undefined ? found : shuffled) };
  const few = rows.map((label, i) => (i < 2 ? -1 : label));
  const many = rows.map((label, i) => (i % 4 === 0 ? -1 : label));

  test("must have the same tree; ties may cut it a little otherwise, and the note says how far", async () => {
    expect(await sameDensityTree(1)(side(2, rows), side(2, rows))).toEqual({ equal: true });
    const { equal, note } = await sameDensityTree(1)(side(2, few), side(2, rows, many));
    expect(equal).toBe(true);
    expect(note).toMatch(
      /^the same tree, ties cut otherwise: ARI 0\.9\d+; the peer's with itself over 1 orders of rows from 0\.[0-8]/,
    );
  });

  test("is not the same with another tree or far other labels", async () => {
    expect((await sameDensityTree(1)(side(2.1, rows), side(2, rows))).equal).toBe(false);
    expect((await sameDensityTree(1)(side(2, many), side(2, rows))).equal).toBe(false);
  });
});

describe("k-means", () => {
  const given = { labels: "rows", parameters: { start: 2, end: 3, starts: 1 } };
  const side =
    (fromRows: number[], own: number[]) =>
    async (change: Partial<MethodRequest> = {}) => ({
      figures: change.method === "kmeans-from-rows" ? fromRows : own,
    });

  test("must not end higher from the same starting rows", async () => {
    const peer = side([100, 50], [100, 50]);
    expect((await sameInertia(given, 3)(side([90, 50], [100, 50]), peer)).equal).toBe(true);
    expect((await sameInertia(given, 3)(side([100, 50.001], [100, 50]), peer)).equal).toBe(false);
  });

  test("must not end higher from own starts, on average", async () => {
    const peer = side([100, 50], [100, 50]);
    expect((await sameInertia(given, 3)(side([100, 50], [100.1, 49.9]), peer)).equal).toBe(true);
    expect((await sameInertia(given, 3)(side([100, 50], [101, 50]), peer)).equal).toBe(false);
  });

  test("of a package may be worse, not better", async () => {
    const peer = always({ figures: [100, 50] });
    expect((await notWorse(always({ figures: [80, 50] }), peer)).equal).toBe(true);
    expect((await notWorse(always({ figures: [110, 50] }), peer)).equal).toBe(false);
  });
});

test("a mixture must be as likely from the same clusters", async () => {
  const side = (value: number) => always({ figures: [value] });
  expect((await sameLikelihood(6, "file", 2)(side(-2.0005), side(-2))).equal).toBe(true);
  expect((await sameLikelihood(6, "file", 0)(side(-2.01), side(-2))).equal).toBe(false);
});
