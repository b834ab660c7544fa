import { expect, test } from "vitest";
import { screePlot } from "../../src/charts/scree-plot.js";
import { titleOf, valuesOf } from "./render.js";

test("adds up the components on the map", () => {
  expect(titleOf(screePlot([0.5, 0.3, 0.2]))).toBe("80.0 % of the variance is on the map of 2 components");
  expect(titleOf(screePlot([0.5, 0.3, 0.2], { kept: 3 }))).toContain("100.0 %");
  expect(valuesOf(screePlot(Float64Array.of(0.5, 0.5))).map((row) => row.sum)).toEqual([0.5, 1]);
});
