import { expect, it } from "vitest";
import { didYouMean, nearestNames } from "../../src/core/nearest-names.js";

const known = ["net_revenue", "gross_revenue", "orders", "recency_days"];

it("finds the names that a mistyped one may mean, the nearest first", () => {
  expect(nearestNames("net_revenu", known)).toEqual(["net_revenue", "gross_revenue"]);
  expect(nearestNames("Recency_Days", known)).toEqual(["recency_days"]);
  expect(nearestNames("ordrs", known, 1)).toEqual(["orders"]);
});

it("finds nothing where nothing is near", () => {
  expect(nearestNames("zzzz", known)).toEqual([]);
  expect([didYouMean("zzzz", known), didYouMean("order", known)]).toEqual(["", "; did you mean orders?"]);
});
