import { expect, test } from "vitest";
import { overlapDays } from "../../src/charts/overlap-days.js";
import { titleOf, valuesOf } from "./render.js";

const day = (date: string, times: number) => ({
  date,
  rowsKept: 10,
  rowsRead: 10 * times,
  revenueKept: 50,
  revenueRead: 50 * times,
});
const days = [
  day("2010-11-29", 1),
  day("2010-11-30", 1),
  day("2010-12-01", 2),
  day("2010-12-02", 2),
  day("2010-12-03", 1),
  day("2010-12-05", 1),
];

test("names the first and last day that stand twice and what was counted double", () => {
  expect(titleOf(overlapDays(days))).toBe("2010-12-01 to 2010-12-02 stand twice: 20 rows, £100 counted double");
});

test("shows only the days around the overlap", () => {
  const shown = new Set(valuesOf(overlapDays(days, { around: 1 })).map((row) => row.date));
  expect([...shown]).toEqual(["2010-11-30", "2010-12-01", "2010-12-02", "2010-12-03"]);
});

test("says so when no day stands twice", () => {
  expect(titleOf(overlapDays(days.slice(0, 2)))).toBe("No day stands twice in the file");
});
