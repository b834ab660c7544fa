import { expect, test } from "vitest";
import { nonGoodsCodes } from "../../src/charts/non-goods-codes.js";
import { titleOf, valuesOf } from "./render.js";

test("counts all codes in the title and draws the largest by size of revenue", () => {
  const chart = nonGoodsCodes(
    [
      { sku: "C2", description: null, rows: 3, revenue: 10 },
      { sku: "M", description: "Manual", rows: 4, revenue: -500 },
      { sku: "POST", description: "POSTAGE", rows: 5, revenue: 200 },
    ],
    { top: 2 },
  );
  expect(titleOf(chart)).toBe("12 rows are no goods: 3 codes, together −£290");
  expect(valuesOf(chart).map((row) => row.sku)).toEqual(["M", "POST"]);
});
