import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { calinskiHarabasz } from "../../../src/clustering/metrics/calinski-harabasz.js";
import { daviesBouldin } from "../../../src/clustering/metrics/davies-bouldin.js";
import { silhouetteScore } from "../../../src/clustering/metrics/silhouette-score.js";
import { silhouettes } from "../../../src/clustering/metrics/silhouettes.js";
import { withinSumOfSquares } from "../../../src/clustering/metrics/within-sum-of-squares.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { goldenNames, largestGap, readGolden } from "../golden.js";
import { noise } from "../planted.js";

describe.each(goldenNames)("%s", (name) => {
  const { matrix, metrics, adjustedRandIndex: agreements } = readGolden(name);

  test("silhouettes equal scikit-learn's, all clusterings in one pass", async () => {
    expect(metrics.length).toBeGreaterThan(1);
    const all = await silhouettes(
      matrix,
      metrics.map(({ labels }) => Int32Array.from(labels)),
    );
    metrics.forEach((golden, at) => {
      const values = all[at]!;
      const clustered = values.filter((_, i) => golden.labels[i]! >= 0);
      expect(largestGap(clustered, golden.silhouettes)).toBeLessThan(1e-9);
      const sum = golden.silhouettes.reduce((total, value) => total + value, 0);
      expect(silhouetteScore(values)).toBeCloseTo(sum / matrix.rows, 10);
      expect(silhouetteScore(values, "excluded")).toBeCloseTo(sum / clustered.length, 10);
    });
  });

  test("Davies–Bouldin and Caliński–Harabasz equal scikit-learn's without the noise", () => {
    for (const golden of metrics) {
      expect(Math.abs(daviesBouldin(matrix, golden.labels) / golden.daviesBouldin - 1)).toBeLessThan(1e-9);
      expect(Math.abs(calinskiHarabasz(matrix, golden.labels) / golden.calinskiHarabasz - 1)).toBeLessThan(1e-9);
    }
  });

  test("the adjusted Rand index equals scikit-learn's, noise as a cluster of its own", () => {
    for (const { a, b, index } of agreements) expect(Math.abs(adjustedRandIndex(a, b) - index)).toBeLessThan(1e-12);
  });
});

test("a row alone has silhouette 0, noise has none and counts for no cluster", async () => {
  const matrix = createMatrix([[0], [1], [10], [5]]);
  const [alone, noisy] = await silhouettes(matrix, [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 1, -1)]);
  expect(alone![0]).toBeCloseTo((7.5 - 1) / 7.5, 12);
  expect([...noisy!]).toEqual([0.9, (9 - 1) / 9, 0, Number.NaN]);
  expect(silhouetteScore(noisy!)).toBeCloseTo((0.9 + 8 / 9) / 4, 12);
  expect(silhouetteScore(noisy!, "excluded")).toBeCloseTo((0.9 + 8 / 9) / 3, 12);
});

test("one cluster has no silhouette, equal rows in two clusters have 0", async () => {
  const matrix = createMatrix([[2], [2], [2], [2]]);
  const [one, two] = await silhouettes(matrix, [new Int32Array(4), Int32Array.of(0, 0, 1, 1)]);
  expect(silhouetteScore(one!)).toBeNaN();
  expect([...two!]).toEqual([0, 0, 0, 0]);
});

test("what needs two clusters is NaN with one, or with a cluster for each row", () => {
  const matrix = noise(4, 2);
  for (const labels of [
    [0, 0, 0, 0],
    [0, 1, 2, 3],
    [-1, -1, -1, -1],
  ]) {
    expect(daviesBouldin(matrix, labels)).toBeNaN();
    expect(calinskiHarabasz(matrix, labels)).toBeNaN();
  }
});

test("Davies–Bouldin does not compare clusters with the same centroid", () => {
  const matrix = createMatrix([[-1], [1], [-2], [2], [9], [10]]);
  expect(daviesBouldin(matrix, [0, 0, 1, 1, 2, 2])).toBeCloseTo((1.5 + 2.5 + 2.5) / 9.5 / 3, 12);
});

test("Caliński–Harabasz is infinite where every row sits on its centroid", () => {
  expect(calinskiHarabasz(createMatrix([[1], [1], [5]]), [0, 0, 1])).toBe(Number.POSITIVE_INFINITY);
});

test("sums squares around the clusters' means, noise left out", () => {
  expect(withinSumOfSquares(createMatrix([[0], [2], [10], [99]]), [0, 0, 1, -1])).toBe(2);
});

test("the adjusted Rand index is symmetric, blind to numbering, 1 for the same partition", () => {
  const labels = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(labels, labels, (a, b) => {
      const index = adjustedRandIndex(a, b);
      expect(adjustedRandIndex(b, a)).toBeCloseTo(index, 12);
      expect(
        adjustedRandIndex(
          a.map((label) => 7 - label),
          b,
        ),
      ).toBeCloseTo(index, 12);
      expect(adjustedRandIndex(a, a)).toBe(1);
      expect(index).toBeGreaterThanOrEqual(-0.5);
      expect(index).toBeLessThanOrEqual(1);
    }),
  );
  expect(() => adjustedRandIndex([0, 1], [0])).toThrow("2 labels cannot be compared with 1; take the same rows");
});
