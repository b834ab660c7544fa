import { expect, test } from "vitest";
import { growthExponent } from "../../../bench/clustering/growth-exponent.js";

test("a time that grows with the square of the rows has exponent 2", () => {
  const points = [1000, 2000, 4000].map((rows) => ({ rows, seconds: 3e-8 * rows * rows }));
  expect(growthExponent(points)).toBeCloseTo(2, 12);
});

test("a constant part lowers the exponent, and one noisy size does not decide", () => {
  const linear = [1000, 2000, 4000, 8000].map((rows) => ({ rows, seconds: 0.5 + rows / 1000 }));
  expect(growthExponent(linear)).toBeGreaterThan(0.8);
  expect(growthExponent(linear)).toBeLessThan(1);
  const noisy = [1, 2, 4, 8].map((rows) => ({ rows, seconds: rows === 2 ? 3 : rows }));
  expect(growthExponent(noisy)).toBeGreaterThan(0.8);
  expect(growthExponent(noisy)).toBeLessThan(1.2);
});
