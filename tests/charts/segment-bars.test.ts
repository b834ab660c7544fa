import { expect, test } from "vitest";
import { segmentBars } from "../../src/charts/segment-bars.js";
import { titleOf, valuesOf } from "./render.js";

test("begins with the segment that brings most and states both of its shares", () => {
  const chart = segmentBars([
    { segment: "Lost", customers: 75, revenue: 100 },
    { segment: "Champions", customers: 25, revenue: 300 },
  ]);
  expect(titleOf(chart)).toBe("Champions: 25.0 % of the customers, 75.0 % of the revenue");
  expect(valuesOf(chart).map((row) => row.text)).toEqual(["25.0 % · 25", "75.0 %", "75.0 % · 75", "25.0 %"]);
});
