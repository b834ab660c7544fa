import { expect, test } from "vitest";
import { monthlyRevenue } from "../../src/charts/monthly-revenue.js";
import { render, titleOf } from "./render.js";

const months = [
  { month: "2011-10", allTurnover: 100, identified: 80, partial: false },
  { month: "2011-11", allTurnover: 300, identified: 240, partial: false },
  { month: "2011-12", allTurnover: 600, identified: 430, partial: true },
];

test("does not call a month the strongest that the file covers in part", () => {
  expect(titleOf(monthlyRevenue(months))).toBe(
    "2011-11 is the strongest month with £300; known customers bring 75.0 % of all",
  );
});

test("draws the month covered in part hollow", async () => {
  const { marks } = await render(monthlyRevenue(months));
  const points = marks().filter((mark) => mark.mark.marktype === "symbol");
  expect(points.filter((point) => point.fill === "white").map((point) => point.datum.month)).toEqual([
    "2011-12",
    "2011-12",
  ]);
  expect(points).toHaveLength(6);
});
