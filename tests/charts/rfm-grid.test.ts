import { expect, test } from "vitest";
import { rfmGrid } from "../../src/charts/rfm-grid.js";
import { titleOf } from "./render.js";

test("adds the cells of the segment that brings most", () => {
  const chart = rfmGrid([
    { r: 5, v: 5, segment: "Champions", customers: 1, revenue: 40 },
    { r: 4, v: 5, segment: "Champions", customers: 1, revenue: 20 },
    { r: 1, v: 1, segment: "Lost", customers: 8, revenue: 40 },
  ]);
  expect(titleOf(chart)).toBe("Champions are 20.0 % of the customers and bring 60.0 % of the revenue");
});
