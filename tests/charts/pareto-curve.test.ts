import { expect, test } from "vitest";
import { concentrationCurves } from "../../src/charts/concentration-curves.js";
import { paretoCurve } from "../../src/charts/pareto-curve.js";
import { titleOf } from "./render.js";

test("counts how many bring 80 %, in any order of the amounts", () => {
  expect(titleOf(paretoCurve([1, 40, 9, 40, 10]))).toBe("2 of 5 products (40.0 %) bring 80 % of the revenue");
});

test("sets two kinds side by side, and leaves out what adds up to nothing", () => {
  const title = titleOf(
    concentrationCurves([
      { of: "customers", amounts: [5, 1, 1, 1, 1, 1] },
      { of: "products", amounts: [1, 1] },
      { of: "refunds", amounts: [-1] },
    ]),
  );
  expect(title).toBe("Half of the revenue comes from 16.7 % of the customers and from 50.0 % of the products");
});
