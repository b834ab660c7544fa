import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusterCentroids } from "../../../src/clustering/cluster-centroids.js";
import { loadKernels } from "../../../src/clustering/kernels/load-kernels.js";
import { kernelTrials, plainTrials } from "../../../src/clustering/kmeans/centre-trials.js";
import { kernelPasses } from "../../../src/clustering/kmeans/kernel-passes.js";
import { drawCentres } from "../../../src/clustering/kmeans/plus-plus-centres.js";
import { refineBy } from "../../../src/clustering/kmeans/refine-centres.js";
import { plainPasses } from "../../../src/clustering/kmeans/row-passes.js";
import { addPairs } from "../../../src/clustering/metrics/add-pairs.js";
import { kernelSums, plainSums, slotsOf } from "../../../src/clustering/metrics/distance-sums.js";
import { kernelMixturePasses } from "../../../src/clustering/mixture/kernel-mixture-passes.js";
import { plainMixturePasses } from "../../../src/clustering/mixture/mixture-passes.js";
import { refineMixtureBy } from "../../../src/clustering/mixture/refine-mixture.js";
import type { Matrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { noise } from "../planted.js";

test("the kernels are built and this machine runs them", () => {
  expect(loadKernels()).toBeDefined();
});

describe("the kernels give the digits of their twins in TypeScript", () => {
  const shape = {
    rows: fc.integer({ min: 1, max: 90 }),
    width: fc.integer({ min: 1, max: 7 }),
    seed: fc.integer(),
    // rounded values have ties, far ones rounding errors
    round: fc.boolean(),
    far: fc.constantFrom(0, 1e6),
  };
  type Shape = { rows: number; width: number; seed: number; round: boolean; far: number };
  const matrixOf = ({ rows, width, seed, round, far }: Shape): Matrix => {
    const plain = noise(rows, width, seed);
    return { ...plain, data: plain.data.map((value) => (round ? Math.round(value * 2) : value) + far) };
  };

  test("k-means++", async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(shape), fc.integer({ min: 1, max: 12 }), async (given, k) => {
        const matrix = matrixOf(given);
        const fast = kernelTrials(matrix)!;
        const draw = (trials: typeof fast) => drawCentres(matrix, k, createRandom(given.seed), trials);
        expect(await draw(fast)).toEqual(await draw(plainTrials(matrix)));
        fast.leave();
      }),
    );
  });

  test("distances summed by cluster, in whatever ranges the rows are taken", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ ...shape, rows: fc.integer({ min: 1, max: 600 }) }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        async (given, clusters, cutAt) => {
          const matrix = matrixOf(given);
          const random = createRandom(given.seed);
          const works = clusters.map((k) => slotsOf(Int32Array.from(matrix.ids, () => random.integer(k + 1) - 1)));
          const plain = plainSums(matrix, works, 0);
          await addPairs(plain, matrix.rows, 0, matrix.rows, () => undefined);
          const cut = Math.floor((cutAt % matrix.rows) / 4) * 4;
          for (const [from, to] of [0, cut, matrix.rows].flatMap((at, p, all) => (p > 0 ? [[all[p - 1]!, at]] : []))) {
            const fast = kernelSums(matrix, works, from!, to!)!;
            await addPairs(fast, matrix.rows, from!, to!, () => undefined);
            for (let i = from!; i < to!; i += 4) {
              // behind the last row stands nothing
              const kept = (_: number, at: number) => i + (at % 4) < matrix.rows;
              works.forEach((_, c) => {
                expect(fast.sums(c, i).filter(kept)).toEqual(plain.sums(c, i).filter(kept));
              });
            }
            fast.leave();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("Gaussian mixtures after any number of iterations, in whatever blocks the rows are taken", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ ...shape, rows: fc.integer({ min: 12, max: 90 }) }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 8 }),
        async (given, components, eights, maxIterations) => {
          const matrix = matrixOf(given);
          const start = Int32Array.from(matrix.ids, (_, i) => i % components);
          const { data: centroids } = clusterCentroids(matrix, start).centroids;
          const block = 8 * eights;
          const shape = { components, covariance: "full", block } as const;
          // ties leave a component of few rows flat
          const options = { maxIterations, tolerance: 0, regularisation: 0.01 };
          const [fast, plain] = [kernelMixturePasses(matrix, shape)!, plainMixturePasses(matrix, shape)];
          const refined = (passes: typeof fast) =>
            refineMixtureBy(passes, block, matrix.rows, start, centroids, options);
          expect(await refined(fast)).toEqual(await refined(plain));
          fast.leave();
        },
      ),
    );
  });

  test("k-means after any number of iterations", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(shape),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 25 }),
        async (given, k, maxIterations) => {
          const matrix = matrixOf(given);
          const start = matrixOf({ ...given, rows: k, seed: given.seed + 1 }).data;
          const fast = kernelPasses(matrix, start)!;
          const plain = plainPasses(matrix, start);
          expect([fast.variance, fast.state.slack]).toEqual([plain.variance, plain.state.slack]);
          const refined = await refineBy(fast, { maxIterations, tolerance: 0 });
          expect(refined).toEqual(await refineBy(plain, { maxIterations, tolerance: 0 }));
          expect(fast.state.upper).toEqual(plain.state.upper);
          expect(fast.state.lower).toEqual(plain.state.lower);
          fast.leave();
        },
      ),
    );
  });
});
