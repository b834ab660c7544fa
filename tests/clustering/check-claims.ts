import fc from "fast-check";
import { expect, test } from "vitest";
import type { Clusterer, Clustering } from "../../src/clustering/clusterer.js";
import { neighbourDistances } from "../../src/clustering/density/neighbour-distances.js";
import { adjustedRandIndex } from "../../src/clustering/metrics/adjusted-rand-index.js";
import { createMatrix, type Matrix } from "../../src/core/matrix.js";
import type { CheckSettings, Fit } from "./check-clusterer.js";
import { mapMatrix, noise, plantedBlobs, plantedCircles, plantedMoons, reorder, shuffled } from "./planted.js";

/** The claims that a clusterer declares. */
export function checkClaims(clusterer: Clusterer, settings: CheckSettings, run: Fit): void {
  const claims = new Set(clusterer.claims);
  const numRuns = clusterer.engine === "native" ? 25 : 4;

  if (claims.has("scaling"))
    test("does not mind the unit", async () => {
      const scaled = (factor: number) => {
        const { eps } = settings.blobs;
        return typeof eps === "number" ? { ...settings.blobs, eps: eps * factor } : settings.blobs;
      };
      for (const factor of [1 / 64, 1024]) {
        for (const matrix of [plantedBlobs().matrix, noise(90, 3)]) {
          const other = await run(
            mapMatrix(matrix, (value) => value * factor),
            scaled(factor),
          );
          expect(other.labels).toEqual((await run(matrix)).labels);
        }
      }
    });

  if (claims.has("permutation"))
    test("gives the same partition for rows in another order", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const matrix = noise(70, 3, seed);
          const order = shuffled(70, seed);
          const plain = await run(matrix);
          const { labels } = await run(reorder(matrix, order));
          const back = new Int32Array(70);
          order.forEach((row, at) => {
            back[row] = labels[at]!;
          });
          const rows = await firmRows(plain, matrix);
          expect(rows.length).toBeGreaterThan(0);
          const [a, b] = [plain.labels, back].map((all) => rows.map((row) => all[row]!));
          expect(adjustedRandIndex(a!, b!)).toBe(1);
        }),
        { numRuns },
      );
    });

  if (claims.has("duplicates-share-label"))
    test("gives equal rows the same label", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const distinct = noise(30, 2, seed);
          const order = Array.from({ length: 90 }, (_, i) => (i * 7) % 30);
          const { labels } = await run(reorder(distinct, order));
          const first = new Map<number, number>();
          order.forEach((row, i) => {
            if (!first.has(row)) first.set(row, labels[i]!);
            expect(labels[i]).toBe(first.get(row));
          });
        }),
        { numRuns },
      );
    });

  if (claims.has("predict-equals-labels"))
    test("predicts the labels of its own rows", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const matrix = noise(80, 3, seed);
          const clustering = await run(matrix);
          const predicted = clusterer.predict!(clustering, matrix);
          const { model, labels } = clustering;
          // of a density only the core points are certain
          const density = model.kind === "reachability" ? model.density : model.kind === "density" ? model : undefined;
          const rows = density ? [...density.corePoints] : [...labels.keys()];
          expect(rows.map((row) => predicted[row])).toEqual(rows.map((row) => labels[row]));
        }),
        { numRuns },
      );
    });

  test("labels new rows in the columns of the fit alone", async () => {
    const { matrix, truth } = plantedBlobs();
    const clustering = await run(matrix);
    if (!clusterer.predict) {
      expect(clustering.model.kind).toBe("labels");
      return;
    }
    const fresh = plantedBlobs(99);
    expect(adjustedRandIndex(clusterer.predict(clustering, fresh.matrix), truth)).toBeGreaterThan(0.95);
    const other = createMatrix([[1, 2, 3]], ["x1", "x2", "age"]);
    expect(() => clusterer.predict!(clustering, other)).toThrow('there is no column "x3"');
  });

  for (const [shape, planted] of [
    ["moons", plantedMoons],
    ["circles", plantedCircles],
  ] as const) {
    const finds = claims.has("non-convex");
    test(finds ? `finds ${shape}` : `does not find ${shape}, as its clusters lie around centres`, async () => {
      const { matrix, truth } = planted();
      const options = finds ? settings[shape]! : { ...settings.blobs, k: 2 };
      const agreement = adjustedRandIndex((await run(matrix, options)).labels, truth);
      if (finds) expect(agreement).toBeGreaterThanOrEqual(0.99);
      else expect(agreement).toBeLessThan(0.6);
    });
  }
}

/** The rows whose cluster does not depend on the order of rows: of DBSCAN and OPTICS the core points. */
async function firmRows({ algorithm, options }: Clustering, matrix: Matrix): Promise<number[]> {
  const rows = Array.from({ length: matrix.rows }, (_, i) => i);
  if (algorithm !== "dbscan" && algorithm !== "optics") return rows;
  const distances = await neighbourDistances(matrix, options.minPoints as number);
  return rows.filter((row) => distances[row]! < (options.eps as number));
}
