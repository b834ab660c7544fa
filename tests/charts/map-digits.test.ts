import { expect, test } from "vitest";
import { mapDigits } from "../../src/charts/map-digits.js";

test("keeps a thousandth of the map's width or finer", () => {
  expect(mapDigits(Float64Array.of(-8, 12), Float64Array.of(0, 1))).toBe(2);
  expect(mapDigits(Float64Array.of(0, 0.5), Float64Array.of(0, 0.1))).toBe(4);
  expect(mapDigits(Float64Array.of(0, 5000), Float64Array.of(0, 1))).toBe(0);
  expect(mapDigits(Float64Array.of(1, 1), Float64Array.of(2, 2))).toBe(2);
  expect(mapDigits(new Float64Array(0), new Float64Array(0))).toBe(2);
});
