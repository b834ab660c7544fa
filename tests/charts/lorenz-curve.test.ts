import { expect, test } from "vitest";
import { lorenzCurve } from "../../src/charts/lorenz-curve.js";
import { titleOf, valuesOf } from "./render.js";

test("finds the fewest customers who bring half, and Gini's coefficient", () => {
  // one of ten brings 91 of 100: Gini = (2 · (10·91 + 45) / (10 · 100)) − 11/10 = 0.81
  const chart = lorenzCurve([1, 1, 1, 1, 91, 1, 1, 1, 1, 1]);
  expect(titleOf(chart)).toBe("10.0 % of customers bring half of the revenue");
  expect(chart.description).toContain("Gini coefficient 0.81");
});

test("has a Gini coefficient of 0 where everybody brings the same, and calls things what they are called", () => {
  const chart = lorenzCurve([5, 5, 5, 5], { of: "products", what: "turnover" });
  expect(titleOf(chart)).toBe("50.0 % of products bring half of the turnover");
  expect(chart.description).toContain("Gini coefficient 0.00");
});

test("draws at most 400 points of a large curve, each exact, both ends and the half among them", () => {
  const amounts = Float64Array.from({ length: 5852 }, (_, i) => 1e6 / (i + 1));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const points = valuesOf(lorenzCurve(amounts));
  expect(points.length).toBeLessThanOrEqual(400);
  expect(points.length).toBeGreaterThan(300);
  for (const { n, x, y } of points as { n: number; x: number; y: number }[]) {
    expect(x).toBeCloseTo(n / 5852, 4);
    expect(y).toBeCloseTo(amounts.slice(0, n).reduce((sum, amount) => sum + amount, 0) / total, 4);
  }
  expect([points[0]!.n, points[points.length - 1]!.n]).toEqual([0, 5852]);
});

test("refuses amounts that add up to nothing", () => {
  expect(() => lorenzCurve([1, -1])).toThrow("amounts add up to 0; a Lorenz curve needs a total above 0");
});
