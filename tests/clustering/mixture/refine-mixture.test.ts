import { describe, expect, test } from "vitest";
import { measureMixture } from "../../../src/clustering/mixture/measure-mixture.js";
import { refineMixture } from "../../../src/clustering/mixture/refine-mixture.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { largestGap } from "../golden.js";
import { readTable, tableNames } from "../golden-more.js";
import { noise } from "../planted.js";

const still = () => undefined;

describe.each(tableNames)("%s", (name) => {
  test("gives scikit-learn's likelihood, labels, weights, means and iterations from the same start", async () => {
    const { matrix, mixture: cases } = readTable(name);
    expect(cases).toHaveLength(6);
    for (const golden of cases) {
      const start = Int32Array.from(golden.start);
      const { covariance } = golden;
      const refined = await refineMixture(matrix, start, { covariance, maxIterations: 500 });
      const { labels, logLikelihood, memberships } = await measureMixture(refined.mixture, matrix, still);
      expect(refined.iterations).toBe(golden.iterations);
      expect(refined.converged).toBe(golden.converged);
      expect(Math.abs(refined.lowerBound - golden.lowerBound)).toBeLessThan(1e-6);
      expect(Math.abs(logLikelihood - golden.logLikelihood)).toBeLessThan(1e-6);
      expect([...labels]).toEqual(golden.labels);
      expect(largestGap(refined.mixture.weights, golden.weights)).toBeLessThan(1e-6);
      expect(largestGap(refined.mixture.means, golden.means)).toBeLessThan(1e-6);
      const { components } = golden;
      const every = memberships.filter((_, at) => Math.floor(at / components) % 10 === 0);
      expect(every.length).toBe(golden.memberships.length);
      every.forEach((share, at) => {
        expect(Math.abs(share - golden.memberships[at]!)).toBeLessThan(1e-6);
      });
    }
  });
});

test("one component is the mean and the covariance of all rows", async () => {
  const matrix = createMatrix([
    [0, 0],
    [2, 0],
    [0, 4],
    [2, 4],
    [1, 2],
  ]);
  const { mixture } = await refineMixture(matrix, new Int32Array(5), { regularisation: 0 });
  expect(largestGap(mixture.means, [1, 2])).toBeLessThan(1e-12);
  expect(largestGap(mixture.covariances, [0.8, 0, 0, 3.2])).toBeLessThan(1e-12);
});

test("the likelihood never falls from one iteration to the next", async () => {
  const matrix = noise(203, 3);
  const start = Int32Array.from({ length: 203 }, (_, i) => i % 4);
  let last = Number.NEGATIVE_INFINITY;
  for (let maxIterations = 1; maxIterations < 40; maxIterations++) {
    const { lowerBound } = await refineMixture(matrix, start, { maxIterations, tolerance: 0 });
    expect(lowerBound).toBeGreaterThan(last - 1e-12);
    last = lowerBound;
  }
});

test("does not depend on where the origin is", async () => {
  const matrix = noise(101, 3);
  const far = { ...matrix, data: matrix.data.map((value) => value + 1e6) };
  const start = Int32Array.from({ length: 101 }, (_, i) => i % 3);
  const near = await refineMixture(matrix, start, { maxIterations: 5 });
  const moved = await refineMixture(far, start, { maxIterations: 5 });
  expect(Math.abs(near.lowerBound - moved.lowerBound)).toBeLessThan(1e-6);
});

test("says what to do where a covariance cannot be inverted", async () => {
  const flat = createMatrix([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  await expect(refineMixture(flat, new Int32Array(3), { regularisation: 0 })).rejects.toThrow(
    "a component of 100.0 % of the rows has no invertible covariance; scale the columns, choose a smaller k or raise regularisation",
  );
});
