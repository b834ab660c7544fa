import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clusterer, Clustering } from "../../src/clustering/clusterer.js";
import { fitClusterer } from "../../src/clustering/fit-clusterer.js";
import { adjustedRandIndex } from "../../src/clustering/metrics/adjusted-rand-index.js";
import { createMatrix, type Matrix } from "../../src/core/matrix.js";
import { checkClaims } from "./check-claims.js";
import { checkInterruption } from "./check-interruption.js";
import { mapMatrix, noise, plantedBlobs } from "./planted.js";

type Options = Readonly<Record<string, number | string>>;

/** With which options the shared suite runs an algorithm. */
export interface CheckSettings {
  /** Options that find three blobs of standard deviation 1 whose centres are 12 apart. */
  readonly blobs: Options;
  /** Options that find two moons, where the algorithm claims to. */
  readonly moons?: Options;
  /** Options that find a ring around a disc, where the algorithm claims to. */
  readonly circles?: Options;
  /** Options that keep the algorithm busy for seconds on `slowRows` rows of noise. */
  readonly slow: Options;
  readonly slowRows: number;
  /** How many clusters there are when k is above the number of distinct rows. */
  readonly aboveDistinct?: "distinct" | "k";
}

export type Fit = (matrix: Matrix, options?: Options, seed?: number) => Promise<Clustering>;

/** The claims every clusterer makes, and those it declares: one `describe` with a test each. */
export function checkClusterer(clusterer: Clusterer, settings: CheckSettings): void {
  const run: Fit = (matrix, options = settings.blobs, seed = 1) => fitClusterer(clusterer, matrix, options, { seed });
  const hasNoise = clusterer.claims.includes("noise");
  const hasK = clusterer.options.some(({ name }) => name === "k");
  const numRuns = clusterer.engine === "native" ? 25 : 4;

  describe(`${clusterer.algorithm} by ${clusterer.engine}`, () => {
    test("finds planted blobs, numbered by size", async () => {
      const { matrix, truth } = plantedBlobs();
      const { labels, clusters, algorithm, engine } = await run(matrix);
      expect([algorithm, engine]).toEqual([clusterer.algorithm, clusterer.engine]);
      expect(labels).toHaveLength(100);
      expect(clusters).toBe(3);
      expect(adjustedRandIndex(labels, truth)).toBeGreaterThanOrEqual(0.99);
      const sizes = [0, 1, 2].map((c) => labels.filter((label) => label === c).length);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    });

    test("labels every row with a cluster's number, −1 only where it knows noise", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 3, max: 60 }), fc.integer(), async (rows, seed) => {
          const { labels, clusters } = await run(noise(rows, 2, seed));
          expect(labels).toHaveLength(rows);
          const used = [...new Set(labels)].sort((a, b) => a - b);
          const numbers = Array.from({ length: clusters }, (_, c) => c);
          expect(used.filter((label) => label >= 0)).toEqual(numbers);
          if (!hasNoise) expect(used).toEqual(numbers);
        }),
        { numRuns },
      );
    });

    test("gives the same labels for the same seed, and leaves its input alone", async () => {
      const matrix = noise(80, 3);
      const before = matrix.data.slice();
      const [first, second] = [await run(matrix, settings.blobs, 7), await run(matrix, settings.blobs, 7)];
      expect(second.labels).toEqual(first.labels);
      expect(second.options).toEqual(first.options);
      expect(matrix.data).toEqual(before);
    });

    test("does not mind where the origin is, nor a constant column", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const { matrix } = plantedBlobs(seed);
          const { labels } = await run(matrix);
          const moved = await run(mapMatrix(matrix, (value, j) => value + 100 * (j + 1)));
          expect(moved.labels).toEqual(labels);
          const rows = Array.from({ length: matrix.rows }, (_, i) => [
            ...matrix.data.subarray(i * 3, (i + 1) * 3),
            -4.2,
          ]);
          expect((await run(createMatrix(rows))).labels).toEqual(labels);
        }),
        { numRuns: Math.min(numRuns, 10) },
      );
    });

    if (hasK)
      test("keeps k between one and the number of rows", async () => {
        const rows = createMatrix([[0], [0], [5], [9], [9], [9]]);
        const withK = (k: number) => run(rows, { ...settings.blobs, k });
        expect([...(await withK(1)).labels]).toEqual([0, 0, 0, 0, 0, 0]);
        expect([...(await withK(3)).labels]).toEqual([1, 1, 2, 0, 0, 0]);
        expect((await withK(5)).clusters).toBe(settings.aboveDistinct === "k" ? 5 : 3);
        await expect(withK(7)).rejects.toThrow("k is 7; choose a whole number from 1 to 6, the number of rows");
        await expect(withK(0)).rejects.toMatchObject({ code: "bad-option" });
        await expect(withK(2.5)).rejects.toMatchObject({ code: "bad-option" });
      });

    test("takes one row, and rows that are all the same", async () => {
      const one: Options = hasK ? { ...settings.blobs, k: 1 } : settings.blobs;
      const alone = await run(createMatrix([[1, 2]]), one);
      expect([...alone.labels]).toEqual([hasNoise ? -1 : 0]);
      const same = await run(createMatrix(Array.from({ length: 20 }, () => [3, 3])), one);
      expect([...same.labels]).toEqual(new Array(20).fill(0));
    });

    test("refuses a matrix without rows, and numbers that are none, by name", async () => {
      await expect(run(createMatrix([], ["a"]))).rejects.toThrow("the matrix has no rows");
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e200]) {
        const matrix = createMatrix(
          [
            [1, 2],
            [3, bad],
            [5, 6],
          ],
          ["recency", "orders"],
          ["C7", "C8", "C9"],
        );
        await expect(run(matrix)).rejects.toThrow(`row "C8" has ${bad} in column "orders"`);
      }
    });

    test("refuses options it does not have", async () => {
      const wrong = fitClusterer(clusterer, noise(9, 2), { [`${clusterer.options[0]!.name}s`]: 3 });
      await expect(wrong).rejects.toThrow(
        `${clusterer.algorithm} has no option "${clusterer.options[0]!.name}s"; did you mean "${clusterer.options[0]!.name}"?`,
      );
    });

    if (clusterer.maximumRows !== undefined)
      test("refuses more rows than it can finish in a minute", async () => {
        const rows = clusterer.maximumRows! + 1;
        const matrix = createMatrix(new Float64Array(rows), ["x"]);
        await expect(run(matrix)).rejects.toMatchObject({ code: "too-large" });
        await expect(run(matrix)).rejects.toThrow(`use engine "native" for ${clusterer.algorithm}`);
      });

    checkInterruption(clusterer, settings);
    checkClaims(clusterer, settings, run);
  });
}
