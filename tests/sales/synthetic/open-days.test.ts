import { expect, test } from "vitest";
import { generateShop } from "../../../src/sales/synthetic/generate-shop.js";
import { openDays } from "../../../src/sales/synthetic/open-days.js";
import { readShop } from "./read-shop.js";

test("is closed on Saturdays, over Christmas and over Easter", () => {
  const dates = openDays().map(({ date }) => date);
  expect(dates[0]).toBe("2009-12-01");
  expect(dates.at(-1)).toBe("2011-12-09");
  for (const closed of ["2009-12-05", "2009-12-25", "2010-01-01", "2010-04-04", "2010-12-31", "2011-04-24"]) {
    expect(dates).not.toContain(closed);
  }
  for (const open of ["2009-12-23", "2010-04-06", "2010-12-05", "2011-04-26"]) expect(dates).toContain(open);
});

test("has no rows on closed days nor outside opening hours, and rows on nearly all open days", () => {
  const days = new Map(openDays().map((day) => [day.date, day]));
  const seen = new Set<string>();
  for (const { time, text } of readShop(generateShop())) {
    expect(time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:00$/);
    const day = days.get(time.slice(0, 10));
    const minute = Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
    if (!day || minute < day.opens || minute >= day.closes) throw new Error(`closed: ${text}`);
    seen.add(day.date);
  }
  expect(seen.size).toBeGreaterThan(days.size * 0.98);
});
