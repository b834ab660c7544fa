import { expect, test } from "vitest";
import { agreementMatrix } from "../../src/charts/agreement-matrix.js";
import { titleOf } from "./render.js";

test("names the pairs that agree most and least", () => {
  const chart = agreementMatrix(["a", "b", "c"], Float64Array.of(1, 0.6, 0.2, 0.6, 1, -0.02, 0.2, -0.02, 1));
  expect(titleOf(chart)).toBe("a and b (0.60) agree most, b and c (−0.02) least");
  expect(titleOf(agreementMatrix(["a", "b"], Float64Array.of(1, 0.5, 0.5, 1)))).toBe("a and b agree to 0.50");
});

test("refuses values that are no square", () => {
  expect(() => agreementMatrix(["a", "b"], Float64Array.of(1))).toThrow("1 indices for 2 clusterings; give 4");
});
