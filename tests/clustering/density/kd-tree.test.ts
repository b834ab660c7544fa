import fc from "fast-check";
import { expect, test } from "vitest";
import { createKdTree } from "../../../src/clustering/density/kd-tree.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";

const coordinate = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -4, max: 4, noNaN: true }));
const rows = fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 80 });
const gap = (a: readonly number[], b: readonly number[]) => Math.sqrt(a.reduce((s, x, j) => s + (x - b[j]!) ** 2, 0));

test("finds the rows within a radius that a full search finds", () => {
  fc.assert(
    fc.property(
      rows,
      fc.tuple(coordinate, coordinate, coordinate),
      fc.constantFrom(0, 0.5, 1, 2, 9),
      (all, at, radius) => {
        const found = new Int32Array(all.length);
        const count = createKdTree(createMatrix(all), 3).within(Float64Array.from(at), 0, radius, found);
        const expected = all.flatMap((row, i) =>
          row.reduce((sum, x, j) => sum + (at[j]! - x) ** 2, 0) <= radius * radius ? [i] : [],
        );
        expect([...found.subarray(0, count)].sort((a, b) => a - b)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test("stops once enough are found", () => {
  const tree = createKdTree(createMatrix(Array.from({ length: 50 }, (_, i) => [i])));
  expect(tree.within(Float64Array.of(25), 0, 100, new Int32Array(50), 7)).toBe(7);
});

test("finds the nearest rows that a full search finds, nearest first", () => {
  fc.assert(
    fc.property(
      rows,
      fc.tuple(coordinate, coordinate, coordinate),
      fc.integer({ min: 1, max: 12 }),
      (all, at, wanted) => {
        const nearest = new Int32Array(wanted);
        const distances = new Float64Array(wanted);
        const count = createKdTree(createMatrix(all), 3).nearest(Float64Array.from(at), 0, nearest, distances);
        const expected = all.map((row) => gap(row, at)).sort((a, b) => a - b);
        expect(count).toBe(Math.min(wanted, all.length));
        for (let i = 0; i < count; i++) {
          expect(distances[i]!).toBeCloseTo(expected[i]!, 12);
          expect(gap(all[nearest[i]!]!, at)).toBeCloseTo(expected[i]!, 12);
        }
        expect(new Set(nearest.subarray(0, count)).size).toBe(count);
      },
    ),
    { numRuns: 300 },
  );
});

test("searches an empty matrix in vain", () => {
  const tree = createKdTree(createMatrix([], ["x"]));
  expect(tree.within(Float64Array.of(1), 0, 9, new Int32Array(0))).toBe(0);
  expect(tree.nearest(Float64Array.of(1), 0, new Int32Array(1), new Float64Array(1))).toBe(0);
});

test("never finds a forgotten row again, however often it is forgotten", () => {
  const random = createRandom(11);
  const matrix = createMatrix(Array.from({ length: 200 }, () => [random.next(), random.next()]));
  const tree = createKdTree(matrix, 8);
  const found = new Int32Array(matrix.rows);
  const kept = new Set(Array.from({ length: 200 }, (_, i) => i));
  for (let step = 0; step < 200; step++) {
    const row = random.integer(200);
    tree.forget(row);
    kept.delete(row);
    const count = tree.within(matrix.data, 0, 2, found);
    expect(new Set(found.subarray(0, count))).toEqual(kept);
  }
});

test("finds the same rows where it turns them, on a grid with rows at exactly the radius, far from the origin", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 7, maxLength: 7 }), {
        minLength: 2,
        maxLength: 60,
      }),
      fc.constantFrom(0, 1, 2, 3),
      fc.constantFrom(0, 2 ** 30),
      (all, radius, shift) => {
        const matrix = createMatrix(all.map((row) => row.map((value) => value + shift)));
        const tree = createKdTree(matrix, 3);
        const found = new Int32Array(all.length);
        const nearest = new Int32Array(4);
        const distances = new Float64Array(4);
        all.forEach((row, i) => {
          const squares = all.map((other) => other.reduce((sum, x, j) => sum + (x - row[j]!) ** 2, 0));
          const count = tree.within(matrix.data, i * 7, radius, found);
          const expected = squares.flatMap((square, k) => (square <= radius * radius ? [k] : []));
          expect([...found.subarray(0, count)].sort((a, b) => a - b)).toEqual(expected);
          const known = tree.nearest(matrix.data, i * 7, nearest, distances);
          const sorted = squares.sort((a, b) => a - b).map(Math.sqrt);
          expect([...distances.subarray(0, known)]).toEqual(sorted.slice(0, 4));
        });
      },
    ),
  );
});
