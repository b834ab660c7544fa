import { describe, expect, it } from "vitest";
import { decomposeTurnover } from "../../../src/sales/exploration/decompose-turnover.js";
import { monthsOfYear } from "../../../src/sales/exploration/months-of-year.js";
import { movingMedian } from "../../../src/sales/exploration/moving-median.js";
import { weekdayIndices } from "../../../src/sales/exploration/weekday-indices.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { openLines } from "../tiny-shop.js";

const workspace = scratchWorkspace();

/** Open on Monday to Friday from 2010-01-01, with a known weekday, season and growth. */
const weekday = [0, 1.2, 1, 1, 1, 0.8, 0];
const season = [0.8, 0.8, 0.9, 0.9, 1, 1, 1, 1, 1.1, 1.2, 1.4, 0.9];
function days(to: string) {
  const all: { date: string; weekday: number; turnover: number }[] = [];
  for (let time = Date.parse("2010-01-01"); time <= Date.parse(to); time += 86_400_000) {
    const date = new Date(time);
    const day = date.getUTCDay();
    if (weekday[day] === 0) continue;
    const months = (date.getUTCFullYear() - 2010) * 12 + date.getUTCMonth();
    all.push({
      date: date.toISOString().slice(0, 10),
      weekday: day,
      turnover: 1000 * weekday[day]! * season[date.getUTCMonth()]! * 1.1 ** (months / 12),
    });
  }
  return all;
}
const fullMonths = (to: string) =>
  [...new Set(days(to).map(({ date }) => date.slice(0, 7)))].map((month) => ({
    month,
    partial: false,
    tradingDays: 21,
  }));

describe("the months of the year", () => {
  it("give back the season and the growth that made the data", () => {
    const flat = days("2011-12-31").map((day) => ({ ...day, turnover: day.turnover / weekday[day.weekday]! }));
    const found = monthsOfYear(flat, fullMonths("2011-12-31"))!;
    const centre = Math.exp(season.reduce((sum, index) => sum + Math.log(index), 0) / 12);
    expect(found.growthPerYear).toBeCloseTo(0.1, 10);
    for (const { month, index, years } of found.months) {
      expect(index).toBeCloseTo(season[month - 1]! / centre, 10);
      expect(years).toBe(2);
    }
  });

  it("are not told from less than two full years", () => {
    expect(monthsOfYear(days("2011-11-30"), fullMonths("2011-11-30"))).toBeNull();
    const last = fullMonths("2011-12-31").map((month, i) => ({ ...month, partial: i === 23 }));
    expect(monthsOfYear(days("2011-12-31"), last)).toBeNull();
  });
});

describe("the moving median", () => {
  it("is null where its window leaves the file, and holds every weekday equally often", () => {
    const { trend, window } = movingMedian(days("2010-06-30"), 35);
    const list = days("2010-06-30");
    expect(window).toBe(35);
    expect(trend[0]).toBeNull();
    expect(trend.at(-1)).toBeNull();
    const first = trend.findIndex((value) => value !== null);
    expect(list[first]!.date).toBe("2010-01-18");
    // 25 open days around it, all of January and the first days of February, the middle one at 0.8
    expect(trend[first]).toBeCloseTo(800, 6);
  });

  it("is one median where the file is shorter than two windows", () => {
    const values = [5, 1, 3].map((turnover, i) => ({ date: `2010-01-0${i + 4}`, turnover }));
    expect(movingMedian(values, 35)).toEqual({ trend: [3, 3, 3], window: null });
    expect(movingMedian([], 35)).toEqual({ trend: [], window: null });
  });
});

it("weekday indices average 1 and leave days without a trend out", () => {
  const found = weekdayIndices(
    [
      { weekday: 1, turnover: 300 },
      { weekday: 2, turnover: 100 },
      { weekday: 2, turnover: 9999 },
    ],
    [100, 100, null],
  );
  expect(found).toEqual([
    { weekday: 1, index: 1.5, days: 1 },
    { weekday: 2, index: 0.5, days: 1 },
  ]);
});

describe("daily turnover", () => {
  it("is taken apart into parts that multiply to it, without closed weekdays", async () => {
    const lines = days("2010-06-30").map(
      ({ date, turnover }, i) =>
        `${50000 + i},10001,CUP,1,${date} 10:00:00,${turnover.toFixed(2)},${111 + (i % 3)},France`,
    );
    // one Saturday
    const sales = await openLines(workspace, [...lines, "70000,10001,CUP,1,2010-03-06 10:00:00,50.00,111,France"]);
    const parts = await decomposeTurnover(sales);
    expect(parts.leftOut).toEqual({ days: 1, turnover: 50 });
    expect(parts.weekdays.map(({ weekday: day }) => day)).toEqual([1, 2, 3, 4, 5]);
    expect(parts.weekdays[0]!.index / parts.weekdays[4]!.index).toBeCloseTo(1.5, 1);
    const index = new Map(parts.weekdays.map((day) => [day.weekday, day.index]));
    const known = parts.days.filter(({ trend }) => trend !== null);
    expect(known.length).toBeGreaterThan(80);
    for (const { trend, rest, turnover, weekday: day } of known) {
      expect(trend! * index.get(day)! * rest!).toBeCloseTo(turnover, 6);
    }
    sales.close();
  });

  it("of known customers leaves the others out", async () => {
    const sales = await openLines(workspace, [
      "50001,10001,CUP,1,2011-01-03 10:00:00,2.00,111,France",
      "50002,10001,CUP,1,2011-01-03 11:00:00,3.00,,France",
    ]);
    expect((await decomposeTurnover(sales)).days.map(({ turnover }) => turnover)).toEqual([5]);
    expect((await decomposeTurnover(sales, { basis: "identified" })).days.map(({ turnover }) => turnover)).toEqual([2]);
    sales.close();
  });
});
