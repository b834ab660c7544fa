import { expect, test } from "vitest";
import { missingValues } from "../../src/charts/missing-values.js";
import { titleOf, valuesOf } from "./render.js";

test("names the column with most gaps and draws it first", () => {
  const chart = missingValues([
    { column: "Price", missing: 0, rows: 8 },
    { column: "Customer ID", missing: 2, rows: 8 },
  ]);
  expect(titleOf(chart)).toBe("25.0 % of the rows have no Customer ID");
  expect(valuesOf(chart).map((row) => row.text)).toEqual(["25.0 % (2)", "none"]);
});

test("says so when nothing is missing", () => {
  expect(titleOf(missingValues([{ column: "Price", missing: 0, rows: 8 }]))).toBe("No column has an empty value");
});
