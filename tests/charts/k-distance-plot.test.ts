import { expect, test } from "vitest";
import { kDistancePlot } from "../../src/charts/k-distance-plot.js";
import { titleOf } from "./render.js";

test("states the share of customers that eps makes core points, one at exactly eps among them", () => {
  const chart = kDistancePlot(Float64Array.of(0.1, 0.2, 0.5, 0.9), { knee: 2, eps: 0.5, minPoints: 10 });
  expect(titleOf(chart)).toBe("At eps = 0.50, 75.0 % of the customers have 10 points within reach");
});

test("draws at most 1,500 points of many, and says so", () => {
  const sorted = Float64Array.from({ length: 5852 }, (_, i) => i / 5852);
  const chart = kDistancePlot(sorted, { knee: 5000, eps: 0.8, minPoints: 5 });
  const drawn = Number(/(\d+) of 5852 points are drawn/.exec(chart.description)![1]);
  expect(drawn).toBeGreaterThan(1000);
  expect(drawn).toBeLessThanOrEqual(1500);
});

test("refuses a knee that is no index", () => {
  expect(() => kDistancePlot(Float64Array.of(1, 2), { knee: 2, eps: 1, minPoints: 3 })).toThrow(
    "knee 2 is no index of 2 distances",
  );
});
