import { expect, test } from "vitest";
import { monthShares } from "../../src/charts/month-shares.js";
import { productLifts } from "../../src/charts/product-lifts.js";
import { segmentPositions } from "../../src/charts/segment-positions.js";
import { titleOf, valuesOf } from "./render.js";

test("a segment's positions begin with what stands out most, above or below", () => {
  const at = (measure: string, position: number) => ({ measure, position, own: "1", shop: "2" });
  const chart = segmentPositions([at("orders", 0.6), at("recency", 0.1), at("revenue", 0.8)]);
  expect(titleOf(chart)).toBe("They stand out most in recency: below 90 % of the customers");
  expect(valuesOf(chart).map((row) => row.measure)).toEqual(["recency", "revenue", "orders"]);
});

test("lifts are told of the first product, by its code where it has no name", () => {
  const product = { sku: "22423", description: null, lift: 2.13, atLeast: 1.9, customers: 20 };
  expect(titleOf(productLifts([product]))).toBe("They take 22423 2.1 times as often as the shop");
});

test("months are shares of the segment's orders and of the shop's", () => {
  const chart = monthShares([
    { month: "2011-01", orders: 1, shopOrders: 60 },
    { month: "2011-02", orders: 3, shopOrders: 40 },
  ]);
  expect(titleOf(chart)).toBe("2011-02 brought 75.0 % of their orders, and 40.0 % of the shop's");
  expect(valuesOf(chart).map((row) => row.share)).toEqual([0.25, 0.6, 0.75, 0.4]);
});
