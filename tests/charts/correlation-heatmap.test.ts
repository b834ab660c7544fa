import { expect, test } from "vitest";
import { correlationHeatmap } from "../../src/charts/correlation-heatmap.js";
import { titleOf, valuesOf } from "./render.js";

test("names the pair that goes together most, whatever the sign, and leaves out the diagonal", () => {
  const chart = correlationHeatmap({
    columns: ["a", "b", "c"],
    values: Float64Array.of(1, 0.3, -0.8, 0.3, 1, -0.01, -0.8, -0.01, 1),
  });
  expect(titleOf(chart)).toBe("a and c go together most: r = −0.80");
  expect(valuesOf(chart).map((cell) => cell.text)).toEqual(["0.3", "−0.8", "0.3", "0.0", "−0.8", "0.0"]);
});
