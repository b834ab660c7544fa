import { expect, test } from "vitest";
import { topProducts } from "../../src/charts/top-products.js";
import { titleOf, valuesOf } from "./render.js";

test("takes the share of all products, not only of those drawn", () => {
  const product = (sku: string, revenue: number) => ({ sku, description: "MUG", revenue });
  const chart = topProducts([product("1", 10), product("2", 60), product("3", 30)], { top: 2 });
  expect(titleOf(chart)).toBe("The best 2 of 3 products bring 90.0 % of the revenue");
  expect(valuesOf(chart).map((row) => row.label)).toEqual(["2 · MUG", "3 · MUG"]);
});
