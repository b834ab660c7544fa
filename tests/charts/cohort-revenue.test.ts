import { expect, test } from "vitest";
import { cohortRetention } from "../../src/charts/cohort-retention.js";
import { titleOf } from "./render.js";

const cell = (cohort: string, age: number, customers: number, revenue: number, more = {}) => ({
  cohort,
  age,
  customers,
  share: customers / 100,
  revenue,
  revenueShare: revenue / 1000,
  ...more,
});
const cells = [
  cell("2011-01", 0, 100, 1000, { opening: true }),
  cell("2011-01", 1, 90, 900, { opening: true }),
  cell("2011-02", 0, 100, 1000),
  cell("2011-02", 1, 20, 500),
  cell("2011-03", 0, 100, 3000),
  cell("2011-03", 1, 40, 100),
  cell("2011-04", 0, 100, 1000),
  cell("2011-04", 1, 1, 1, { partial: true }),
];

test("leaves the opening cohort and the month covered in part out of the averages", () => {
  expect(titleOf(cohortRetention(cells))).toBe("Of new customers, 30.0 % order again in the next month");
  expect(titleOf(cohortRetention(cells, { by: "revenue", currency: "EUR" }))).toBe(
    "For every €1 of their first month, new customers spend €0.15 in the next month",
  );
});

test("says that no cohort is old enough where only the opening one is", () => {
  expect(titleOf(cohortRetention(cells.slice(0, 2)))).toBe("No cohort is old enough to order again");
});
