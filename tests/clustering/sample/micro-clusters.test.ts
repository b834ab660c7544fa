import fc from "fast-check";
import { expect, test } from "vitest";
import { cutTree } from "../../../src/clustering/hierarchical/cut-tree.js";
import { mergeTree } from "../../../src/clustering/hierarchical/merge-tree.js";
import { refineCentres } from "../../../src/clustering/kmeans/refine-centres.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { withinSumOfSquares } from "../../../src/clustering/metrics/within-sum-of-squares.js";
import { microClusters } from "../../../src/clustering/sample/micro-clusters.js";
import { refineWeighted } from "../../../src/clustering/sample/refine-weighted.js";
import { weightedWard } from "../../../src/clustering/sample/weighted-ward.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { largestGap } from "../golden.js";
import { mapMatrix, noise, reorder, shuffled } from "../planted.js";

test("sizes, means and scatter are those of the rows each holds, far from the origin too", async () => {
  for (const offset of [0, 1e6]) {
    const matrix = mapMatrix(noise(500, 3, 8), (value, j) => value * (j + 1) + offset);
    const { means, sizes, scatter, of, kept } = await microClusters(matrix, 40);
    expect([means.rows, means.columns]).toEqual([40, matrix.columns]);
    for (let leaf = 0; leaf < 40; leaf++) {
      const rows = [...of.keys()].filter((i) => of[i] === leaf);
      expect(sizes[leaf]).toBe(rows.length);
      const mean = [0, 1, 2].map((j) => rows.reduce((sum, i) => sum + matrix.data[i * 3 + j]!, 0) / rows.length);
      expect(largestGap(means.data.subarray(leaf * 3, leaf * 3 + 3), mean)).toBeLessThan(1e-9);
      const own = rows.reduce((sum, i) => sum + mean.reduce((s, m, j) => s + (matrix.data[i * 3 + j]! - m) ** 2, 0), 0);
      expect(Math.abs(scatter[leaf]! - own)).toBeLessThan(1e-6);
    }
    const within = withinSumOfSquares(matrix, of);
    expect(kept).toBeCloseTo(1 - within / withinSumOfSquares(matrix, new Int32Array(500)), 6);
    // forty groups of noise in three columns: far more than chance halves
    expect(kept).toBeGreaterThan(0.85);
  }
});

test("does not depend on the order of rows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const matrix = noise(120, 2, seed);
      const order = shuffled(120, seed);
      const [plain, other] = [await microClusters(matrix, 15), await microClusters(reorder(matrix, order), 15)];
      expect(
        adjustedRandIndex(
          order.map((row) => plain.of[row]!),
          other.of,
        ),
      ).toBe(1);
    }),
    { numRuns: 20 },
  );
});

test("keeps equal rows together, and ends where no two rows differ any more", async () => {
  const next = 1 + Number.EPSILON;
  const matrix = createMatrix([[1], [2], [1], [next], [2], [1]]);
  const { of, sizes, kept } = await microClusters(matrix, 6);
  expect(of[0]).toBe(of[2]);
  expect(of[1]).toBe(of[4]);
  expect(of[0]).not.toBe(of[1]);
  expect(sizes.length).toBeLessThanOrEqual(3);
  expect(kept).toBeCloseTo(1, 12);
  const same = await microClusters(createMatrix([[7], [7], [7]]), 3);
  expect([[...same.sizes], same.kept]).toEqual([[3], 1]);
});

const weights = [3, 1, 4, 1, 5, 2, 6, 1, 2, 3, 5, 8];
const points = noise(weights.length, 3, 5);
const repeated = weights.flatMap((weight, i) => new Array<number>(weight).fill(i));

test("ward of weighted points is the upper part of ward of the repeated ones", async () => {
  const tree = await weightedWard(points, weights, () => undefined);
  const whole = await mergeTree(reorder(points, repeated));
  expect(largestGap(tree.height, whole.height.slice(-tree.height.length))).toBeLessThan(1e-9);
  for (let k = 1; k <= weights.length; k++) {
    const cut = cutTree(tree, k);
    expect(
      adjustedRandIndex(
        repeated.map((i) => cut[i]!),
        cutTree(whole, k),
      ),
    ).toBe(1);
  }
});

test("k-means of weighted points is that of the repeated ones from the same start", async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...weights.keys()], { minLength: 1 }), async (chosen) => {
      const start = Float64Array.from(chosen.flatMap((i) => [...points.data.subarray(i * 3, i * 3 + 3)]));
      const own = await refineWeighted(points, Float64Array.from(weights), start, { maxIterations: 300, enough: 0 });
      const plain = await refineCentres(reorder(points, repeated), start, { tolerance: 0 });
      expect(largestGap(own.centres, plain.centres)).toBeLessThan(1e-9);
      expect(Math.abs(own.inertia - plain.inertia)).toBeLessThan(1e-9);
    }),
    { numRuns: 50 },
  );
});
