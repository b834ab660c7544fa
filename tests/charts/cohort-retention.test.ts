import { expect, test } from "vitest";
import { cohortRetention } from "../../src/charts/cohort-retention.js";
import { titleOf } from "./render.js";

test("weighs cohorts by their customers and counts an absent cell as nobody", () => {
  // month 1: (20 + 10) of (100 + 50); the cohort of 2011-03 is too young, that of 2011-02 returns with nobody in month 2
  const chart = cohortRetention([
    { cohort: "2011-01", age: 0, customers: 100, share: 1 },
    { cohort: "2011-01", age: 1, customers: 20, share: 0.2 },
    { cohort: "2011-01", age: 3, customers: 6, share: 0.06 },
    { cohort: "2011-02", age: 0, customers: 50, share: 1 },
    { cohort: "2011-02", age: 1, customers: 10, share: 0.2 },
    { cohort: "2011-04", age: 0, customers: 70, share: 1 },
  ]);
  expect(titleOf(chart)).toBe("Of new customers, 20.0 % order again in the next month, 6.0 % order in month 3");
});
