import { table } from "arquero";
import { expect, it } from "vitest";
import { nearCopies } from "../../src/features/catalogue/near-copies.js";
import { redundantPairs } from "../../src/features/redundant-pairs.js";

const customers = table({
  customer: ["1", "2", "3", "4"],
  net_revenue: [1, 2, 3, 4],
  gross_revenue: [1, 2, 3, 4.1],
  orders: [4, 3, 2, null],
  recency_days: [1, 9, 2, 3],
  country: ["a", "b", "c", "d"],
});

it("finds pairs of either sign over customers who have both, with the catalogue's reason", () => {
  expect(redundantPairs(customers).objects()).toEqual([
    { feature: "net_revenue", and: "orders", r: expect.closeTo(-1, 12), kept_because: null },
    { feature: "gross_revenue", and: "orders", r: expect.closeTo(-1, 12), kept_because: null },
    { feature: "net_revenue", and: "gross_revenue", r: expect.closeTo(0.9998, 3), kept_because: nearCopies[0]!.reason },
  ]);
  expect(redundantPairs(customers.select("customer", "recency_days")).columnNames()).toEqual([
    "feature",
    "and",
    "r",
    "kept_because",
  ]);
  expect(redundantPairs(customers.slice(0, 2)).numRows()).toBe(0);
  expect(() => redundantPairs(customers, { above: 2 })).toThrow("above is 2; give a number from 0 to 1");
});
