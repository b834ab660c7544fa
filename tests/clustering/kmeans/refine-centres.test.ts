import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refineCentres } from "../../../src/clustering/kmeans/refine-centres.js";
import { createMatrix, type Matrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { goldenNames, largestGap, readGolden } from "../golden.js";
import { noise, reorder, shuffled } from "../planted.js";

describe.each(goldenNames)("%s", (name) => {
  const { matrix, kmeans } = readGolden(name);

  test("gives scikit-learn's labels, inertia, centres and iterations from the same start", async () => {
    for (const golden of kmeans) {
      const { labels, inertia, centres, iterations } = await refineCentres(matrix, Float64Array.from(golden.start));
      expect([...labels]).toEqual(golden.labels);
      expect(Math.abs(inertia / golden.inertia - 1)).toBeLessThan(1e-9);
      expect(largestGap(centres, golden.centres)).toBeLessThan(1e-9);
      expect(iterations).toBe(golden.iterations);
    }
  });
});

/** Lloyd's algorithm as the textbook has it. */
function lloyd(matrix: Matrix, start: Float64Array, maxIterations: number): number[] {
  const width = matrix.columns.length;
  const rows = Array.from({ length: matrix.rows }, (_, i) => [...matrix.data.subarray(i * width, (i + 1) * width)]);
  const gap = (a: number[], b: number[]) => a.reduce((sum, value, j) => sum + (value - b[j]!) ** 2, 0);
  let centres = Array.from({ length: start.length / width }, (_, c) => [...start.subarray(c * width, (c + 1) * width)]);
  const nearest = (row: number[]) =>
    centres.reduce((best, centre, c) => (gap(row, centre) < gap(row, centres[best]!) ? c : best), 0);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const labels = rows.map(nearest);
    centres = centres.map((centre, c) => {
      const own = rows.filter((_, i) => labels[i] === c);
      return own.length === 0 ? centre : centre.map((_, j) => own.reduce((sum, row) => sum + row[j]!, 0) / own.length);
    });
  }
  return rows.map(nearest);
}

test("skips only distances that cannot matter: the result is Lloyd's after any number of iterations", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 25 }),
      fc.constantFrom(1, 1e6),
      async (seed, k, maxIterations, far) => {
        const plain = noise(150, 3, seed);
        const matrix = { ...plain, data: plain.data.map((value) => value + far) };
        const start = matrix.data.slice(0, 3 * k);
        const { labels } = await refineCentres(matrix, start, { tolerance: 0, maxIterations });
        expect([...labels]).toEqual(lloyd(matrix, start, maxIterations));
      },
    ),
    { numRuns: 60 },
  );
});

test("gives the same partition for rows in another order, the starting centres carried over", async () => {
  const matrix = noise(120, 3);
  const start = matrix.data.slice(0, 12);
  const order = shuffled(120, 5);
  const plain = await refineCentres(matrix, start);
  const { labels } = await refineCentres(reorder(matrix, order), start);
  expect([...labels]).toEqual(order.map((row) => plain.labels[row]));
});

test("gives a centre without rows the row farthest from its own centre", async () => {
  const matrix = createMatrix([[0], [1], [2], [10]]);
  const { labels, centres, inertia } = await refineCentres(matrix, Float64Array.of(1, 500));
  expect([...labels]).toEqual([0, 0, 0, 1]);
  expect([...centres]).toEqual([1, 10]);
  expect(inertia).toBe(2);
});

test("leaves a centre without rows where every row sits on its centre", async () => {
  const { labels } = await refineCentres(createMatrix([[1], [1], [3]]), Float64Array.of(1, 3, 9));
  expect([...labels]).toEqual([0, 0, 1]);
});

test("does not change the starting centres", async () => {
  const random = createRandom(1);
  const start = Float64Array.from({ length: 6 }, () => random.normal());
  const before = start.slice();
  await refineCentres(noise(50, 2), start);
  expect(start).toEqual(before);
});
