import { expect, it } from "vitest";
import { isClosed } from "../../../src/sales/synthetic/closed-days.js";
import { openDays } from "../../../src/sales/synthetic/open-days.js";
import { overlapPeriod, periodOf, shopPeriod } from "../../../src/sales/synthetic/period.js";

it("closes on the holidays that the file of two years knows, and on no other days", () => {
  const closed: string[] = [];
  for (let time = Date.parse("2010-01-04"); time <= Date.parse("2011-12-09"); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    if (isClosed(date)) closed.push(date);
  }
  expect(closed).toEqual([
    ...["2010-04-02", "2010-04-03", "2010-04-04", "2010-04-05", "2010-05-03", "2010-05-31", "2010-08-30"],
    ...["2010-12-24", "2010-12-25", "2010-12-26", "2010-12-27", "2010-12-28", "2010-12-29", "2010-12-30", "2010-12-31"],
    ...["2011-01-01", "2011-01-02", "2011-01-03", "2011-04-22", "2011-04-23", "2011-04-24", "2011-04-25", "2011-04-29"],
    ...["2011-05-02", "2011-05-30", "2011-08-29"],
  ]);
});

it.each(["2015-04-05", "2019-04-21", "2024-03-31", "2025-04-20", "2038-04-25"])("knows Easter: %s", (sunday) => {
  const day = (offset: number) => new Date(Date.parse(sunday) + offset * 86_400_000).toISOString().slice(0, 10);
  expect([-3, -2, 0, 1, 2].map((offset) => isClosed(day(offset)))).toEqual([false, true, true, true, false]);
});

it("gives two years the embedded shop's period", () => {
  expect(periodOf(2)).toEqual({ ...shopPeriod, overlap: overlapPeriod });
  expect(openDays(periodOf(2))).toEqual(openDays());
});
