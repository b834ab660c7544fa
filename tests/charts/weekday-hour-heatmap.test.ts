import { expect, test } from "vitest";
import { weekdayHourHeatmap } from "../../src/charts/weekday-hour-heatmap.js";
import { titleOf, valuesOf } from "./render.js";

const cells = [
  { weekday: 0, hour: 9, orders: 2 },
  { weekday: 3, hour: 12, orders: 6 },
];

test("names the busiest hour of the week, Monday being 0", () => {
  expect(titleOf(weekdayHourHeatmap(cells))).toBe("Thursday from 12:00 is the busiest hour: 6 orders, 75.0 % of all");
});

test("draws every weekday, from the first hour with orders to the last, and counts absent cells as none", () => {
  const values = valuesOf(weekdayHourHeatmap(cells));
  expect(values).toHaveLength(7 * 4);
  expect(values.reduce((sum, cell) => sum + Number(cell.orders), 0)).toBe(8);
});
