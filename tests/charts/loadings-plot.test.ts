import { expect, test } from "vitest";
import { loadingsPlot } from "../../src/charts/loadings-plot.js";
import { titleOf } from "./render.js";

test("names the two columns that weigh most in the first component, whatever the sign", () => {
  const chart = loadingsPlot({ columns: ["a", "b", "c"], values: Float64Array.of(0.1, -0.9, 0.4, 1, 0, 0) });
  expect(titleOf(chart)).toBe("Along the first axis of the map b (−0.90) and c (0.40) weigh most");
});
