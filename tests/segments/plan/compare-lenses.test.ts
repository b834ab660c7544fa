import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { compareLenses } from "../../../src/segments/plan/compare-lenses.js";
import type { DraftCustomers } from "../../../src/segments/plan/draft-lists.js";

/** 80 customers: in Champions two clusters with baskets of 10 and of 100 units, in Lost one cluster. */
const basket = Array.from({ length: 80 }, (_, i) => (i < 20 ? 10 + (i % 3) : i < 40 ? 100 + (i % 5) : 50));
const customers: DraftCustomers = {
  ids: basket.map((_, i) => `zq-${i}`),
  rows: Int32Array.from(basket.keys()),
  segment: basket.map((_, i) => (i < 20 ? "Small" : i < 40 ? "Bulk" : i < 78 ? "Gone" : null)),
  rfmSegment: basket.map((_, i) => (i < 40 ? "Champions" : "Lost")),
  isNewcomer: basket.map(() => false),
  netRevenue: Float64Array.from(basket, () => 2),
};
const shop = table({ units_per_order: basket, recency_days: basket.map(() => 5), return_rate: basket.map(() => null) });

describe("the two lenses", () => {
  const lenses = compareLenses(customers, shop, "GBP");

  it("are cross-tabulated, every customer once", () => {
    expect(lenses.cells).toEqual([
      { rfmSegment: "Champions", segment: "Bulk", customers: 20, revenue: 40 },
      { rfmSegment: "Champions", segment: "Small", customers: 20, revenue: 40 },
      { rfmSegment: "Lost", segment: "Gone", customers: 38, revenue: 76 },
      { rfmSegment: "Lost", segment: null, customers: 2, revenue: 4 },
    ]);
  });

  it("are told apart by the columns in which one differs inside the other", () => {
    expect(lenses.differences).toHaveLength(1);
    expect(lenses.differences[0]).toMatchObject({
      seenBy: "clusters",
      inside: "Champions",
      customers: 40,
      column: "units_per_order",
      low: { group: "Small", median: 11 },
      high: { group: "Bulk", median: 102 },
    });
    expect(lenses.differences[0]!.effect).toBeGreaterThan(0.7);
    expect(lenses.sentences[1]).toBe(
      "What clusters see and RFM misses: inside Champions (40 customers) median units per order runs from 11 units in Small to 102 units in Bulk (η² of ranks 0.76).",
    );
    expect(lenses.sentences[2]).toBe("RFM sees nothing of note inside clusters.");
  });

  it("share all of their information where they are the same groups, and none where one says nothing", () => {
    const shared = (segment: (i: number) => string): number =>
      compareLenses({ ...customers, segment: basket.map((_, i) => segment(i)) }, shop, "GBP").sharedInformation;
    expect(shared((i) => (i < 40 ? "A" : "B"))).toBeCloseTo(1, 12);
    expect(shared(() => "A")).toBe(0);
    expect(lenses.sentences[0]).toContain("27.5 % of customers sit in another cluster than most of their RFM segment.");
  });
});
