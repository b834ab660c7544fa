import { expect, test } from "vitest";
import { countryBars } from "../../src/charts/country-bars.js";
import { titleOf, valuesOf } from "./render.js";

const home = { country: "United Kingdom", customers: 90, revenue: 900 };
const abroad = [
  { country: "EIRE", customers: 2, revenue: 40 },
  { country: "France", customers: 8, revenue: 60 },
];

test("puts a country with more than half of the revenue into the title and draws the others", () => {
  const chart = countryBars([...abroad, home]);
  expect(titleOf(chart)).toBe("United Kingdom brings 90.0 % of the revenue; the 2 others share £100");
  expect(valuesOf(chart).map((row) => row.text)).toEqual(["6.0 %, 8 customers", "4.0 %, 2 customers"]);
});

test("draws all countries where none has more than half", () => {
  const chart = countryBars([...abroad, { country: "Spain", customers: 1, revenue: 50 }]);
  expect(titleOf(chart)).toBe("France brings 40.0 % of the revenue");
  expect(valuesOf(chart).map((row) => row.country)).toEqual(["France", "Spain", "EIRE"]);
});
