import { expect, test } from "vitest";
import { turnoverParts } from "../../src/charts/turnover-parts.js";
import type { TurnoverParts } from "../../src/sales/exploration/decompose-turnover.js";
import { render, titleOf } from "./render.js";

const parts: TurnoverParts = {
  basis: "all",
  days: [
    { date: "2011-01-03", weekday: 1, turnover: 120, trend: null, rest: null },
    { date: "2011-01-04", weekday: 2, turnover: 80, trend: 100, rest: 1 },
    { date: "2011-01-10", weekday: 1, turnover: 240, trend: 100, rest: 2 },
    { date: "2011-01-11", weekday: 2, turnover: -10, trend: null, rest: null },
  ],
  weekdays: [
    { weekday: 1, index: 1.2, days: 2 },
    { weekday: 2, index: 0.8, days: 2 },
  ],
  season: null,
  window: 35,
  leftOut: { days: 0, turnover: 0 },
};

test("names the best and the worst weekday", () => {
  expect(titleOf(turnoverParts(parts))).toBe("Mondays bring 20 % more than an average open day, Tuesdays 20 % less");
});

test("draws both time panels over the whole file, in a page without eval too", async () => {
  const { marks } = await render(turnoverParts(parts));
  const points = marks().filter((mark) => mark.mark.marktype === "symbol");
  const xOf = (date: string, panel: "turnover" | "rest") =>
    points
      .filter((mark) => panel === "turnover" || (mark.datum.rest as number) > 0)
      .find((mark) => new Date(mark.datum.date as number).toISOString().startsWith(date))!.x;
  expect(xOf("2011-01-03", "turnover")).toBeCloseTo(0, 6);
  expect(xOf("2011-01-11", "turnover")).toBeCloseTo(580, 6);
  // day 7 of 8, on both
  const tenth = points.filter((mark) => new Date(mark.datum.date as number).toISOString().startsWith("2011-01-10"));
  expect(tenth).toHaveLength(2);
  for (const mark of tenth) expect(mark.x).toBeCloseTo((580 * 7) / 8, 6);
});
