import fc from "fast-check";
import { expect, test } from "vitest";
import { kneeOf } from "../../../src/clustering/density/knee.js";

test("finds the knee of Kneedle's own example, −1 / (x + 0.1) + 5, at 0.22", () => {
  const positions = Array.from({ length: 10 }, (_, i) => i / 9);
  const values = positions.map((x) => -1 / (x + 0.1) + 5);
  expect(kneeOf(values, { positions, shape: "concave" })).toBe(2);
});

test("finds the corner of a bent line, rising or falling, convex or concave", () => {
  const rising = [0, 1, 2, 3, 4, 5, 15, 25, 35];
  expect(kneeOf(rising)).toBe(5);
  expect(
    kneeOf(
      rising.map((value) => -value),
      { shape: "concave" },
    ),
  ).toBe(5);
  const falling = [100, 60, 20, 18, 16, 14, 12, 10];
  expect(kneeOf(falling)).toBe(2);
  expect(
    kneeOf(
      falling.map((value) => -value),
      { shape: "concave" },
    ),
  ).toBe(2);
});

test("takes the most pronounced of several knees", () => {
  expect(kneeOf([0, 0, 2, 2, 2, 2, 2, 2, 2, 20])).toBe(8);
});

test("wants the curve to stay behind a knee the longer the larger the sensitivity", () => {
  const values = [0, 1, 2, 3, 4, 5, 15, 25, 35];
  expect(kneeOf(values, { sensitivity: 3 })).toBe(5);
  expect(kneeOf(values, { sensitivity: 10 })).toBe(-1);
});

test("finds none in a line, a constant or fewer than three values", () => {
  expect(kneeOf([1, 2, 3, 4, 5])).toBe(-1);
  expect(kneeOf([4, 4, 4, 4])).toBe(-1);
  expect(kneeOf([1, 9])).toBe(-1);
  expect(kneeOf([])).toBe(-1);
  expect(kneeOf([1, 2, Number.POSITIVE_INFINITY])).toBe(-1);
});

test("does not mind units", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 30 }), fc.constantFrom(0.25, 8, 4096), (count, factor) => {
      const values = Array.from({ length: count }, (_, i) => Math.exp(i / 4));
      expect(kneeOf(values.map((value) => value * factor))).toBe(kneeOf(values));
    }),
  );
});
