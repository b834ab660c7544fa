import { expect, it } from "vitest";
import { calendarMonths } from "../../../src/sales/profile/calendar-months.js";
import { salesCalendar } from "../../../src/sales/profile/sales-calendar.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { openLines } from "../tiny-shop.js";

const workspace = scratchWorkspace();
const line = (date: string, i: number) => `${50000 + i},10001,CUP,1,${date} 10:00:00,2.00,111,France`;

/** Every date from the first to the last that passes. */
function dates(from: string, to: string, passes: (weekday: number, date: string) => boolean): string[] {
  const all: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    if (passes(new Date(time).getUTCDay(), date)) all.push(date);
  }
  return all;
}

it("takes a weekday that hardly ever trades for closed, and open weekdays without a row for gaps", async () => {
  // closed on Saturdays but for one, nothing from Monday 4 to Wednesday 6 April and on Friday 22
  const traded = dates(
    "2011-03-01",
    "2011-05-31",
    (weekday, date) =>
      (weekday !== 6 || date === "2011-03-05") &&
      !["2011-04-04", "2011-04-05", "2011-04-06", "2011-04-22"].includes(date),
  );
  const sales = await openLines(workspace, traded.map(line));
  const calendar = await salesCalendar(sales);
  expect(calendar.weekdays.filter(({ open }) => !open)).toEqual([{ weekday: 6, dates: 13, traded: 1, open: false }]);
  expect(calendar.gaps).toEqual([
    { from: "2011-04-04", to: "2011-04-06", days: 3 },
    { from: "2011-04-22", to: "2011-04-22", days: 1 },
  ]);
  expect(calendar.months.map(({ partial }) => partial)).toEqual([false, false, false]);
  expect(calendar.days[0]).toEqual({ date: "2011-03-01", weekday: 2, rows: 1, revenue: 2 });
  sales.close();
});

it("calls only the first and the last month partial, and only where an open weekday is outside the file", () => {
  const day = (date: string) => ({ date, weekday: 1, rows: 1, revenue: 1 });
  const weekdays = new Set([1, 2, 3, 4, 5]);
  const partial = (first: string, last: string) =>
    calendarMonths([day(first), day("2011-05-02"), day(last)], weekdays).map(({ month, partial: is }) => [month, is]);
  // 2 and 3 April 2011 are a weekend, 1 April is a Friday; 30 April 2011 is a Saturday
  expect(partial("2011-04-01", "2011-05-31")).toEqual([
    ["2011-04", false],
    ["2011-05", false],
  ]);
  expect(partial("2011-04-04", "2011-05-30")).toEqual([
    ["2011-04", true],
    ["2011-05", true],
  ]);
});
