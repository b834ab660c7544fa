import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { boughtWithin } from "../../../src/features/rfm/bought-within.js";
import { movedByShuffling } from "../../../src/features/rfm/moved-by-shuffling.js";
import { rfmCells } from "../../../src/features/rfm/rfm-cells.js";
import { rfmFlow } from "../../../src/features/rfm/rfm-flow.js";
import { rfmSegments } from "../../../src/features/rfm/rfm-segments.js";
import { rfmTable } from "../../../src/features/rfm/rfm-table.js";
import { publishedRules } from "../../../src/features/rfm/segment-rules.js";

// five customers, one in each fifth, best first
const shop = table({
  customer: ["1", "2", "3", "4", "5"],
  recency_days: [1, 10, 50, 200, 500],
  orders: [9, 5, 3, 2, 1],
  net_revenue: [900.1, 400.2, 100.3, 50, -20],
});

describe("RFM segments", () => {
  it("stand beside the scores they come from, in a table of one's own", () => {
    const rows = rfmSegments(shop).objects() as Record<string, unknown>[];
    expect(rows[0]).toEqual({
      ...{ customer: "1", recency_days: 1, orders: 9, net_revenue: 900.1 },
      ...{ r_score: 5, f_score: 5, m_score: 5, rfm_score: "555", rfm_segment: "Champions" },
    });
    expect(rows.map(({ rfm_score }) => rfm_score)).toEqual(["555", "444", "333", "222", "111"]);
    expect(rows.map(({ rfm_segment }) => rfm_segment)).toEqual([
      "Champions",
      "Loyal Customers",
      "Need Attention",
      "Hibernating",
      "Lost",
    ]);
  });

  it("follow a map or rules of one's own, and add a weighted score where asked", () => {
    const row = (name: string) => [name, name, name, name, name];
    const cells = { R5: row("In"), R4: row("In"), R3: row("In"), R2: row("Out"), R1: row("Out") };
    const own = rfmSegments(shop, { map: { segments: ["In", "Out"], cells }, weights: { r: 1, f: 0, m: 1 } });
    expect(own.array("rfm_segment")).toEqual(["In", "In", "In", "Out", "Out"]);
    expect(own.array("rfm_weighted")).toEqual([5, 4, 3, 2, 1]);
    // the weighted score of other scores does not stay
    expect(rfmSegments(own).columnNames()).not.toContain("rfm_weighted");
    const published = rfmSegments(shop, { rules: publishedRules });
    expect(published.array("rfm_segment")).toEqual([
      "Champions",
      "Loyal Customers",
      "Potential Loyalists",
      "About To Sleep",
      "Hibernating",
    ]);
  });

  it("belong to the rows of a table that was filtered and ordered", () => {
    const some = shop.orderby("net_revenue").filter((d: { orders: number }) => d.orders > 1);
    const scored = rfmSegments(some);
    expect(scored.array("customer")).toEqual(["4", "3", "2", "1"]);
    expect(scored.array("m_score")).toEqual([1, 2, 3, 4]);
  });

  it("are refused for a table that lacks a column, and for a map with a hole", () => {
    expect(() => rfmSegments(table({ customer: ["1"], orders: [1] }))).toThrow(
      'the customers have no column "recency_days"; buildFeatures makes it',
    );
    const map = { segments: ["A"], cells: { R1: ["A"] } } as never;
    expect(() => rfmSegments(shop, { map })).toThrow("no segment in cell R1 V2, R1 V3, R1 V4, R1 V5, R2 V1");
  });

  it("count 25 cells that hold every customer and all net revenue", () => {
    const cells = rfmCells(rfmSegments(shop));
    expect(cells).toHaveLength(25);
    expect(cells.filter(({ customers }) => customers > 0)).toEqual([
      { r: 1, v: 1, segment: "Lost", customers: 1, revenue: -20 },
      { r: 2, v: 2, segment: "Hibernating", customers: 1, revenue: 50 },
      { r: 3, v: 3, segment: "Need Attention", customers: 1, revenue: 100.3 },
      { r: 4, v: 4, segment: "Loyal Customers", customers: 1, revenue: 400.2 },
      { r: 5, v: 5, segment: "Champions", customers: 1, revenue: 900.1 },
    ]);
  });
});

describe("the table of segments", () => {
  const customers = table({
    customer: ["1", "2", "3", "4"],
    recency_days: [400, 2, 500, 4],
    orders: [1, 9, 2, 6],
    net_revenue: [10, 70, 20.5, -0.5],
    rfm_segment: ["Lost", "Champions", "Lost", "Our own"],
  });

  it("has sizes, medians and revenue, in the order of the eleven, others last", () => {
    expect(rfmTable(customers).objects()).toEqual([
      {
        ...{ segment: "Champions", customers: 1, share: 0.25, revenue: 70, revenue_share: 0.7 },
        ...{ median_recency_days: 2, median_orders: 9, median_net_revenue: 70 },
      },
      {
        ...{ segment: "Lost", customers: 2, share: 0.5, revenue: 30.5, revenue_share: 0.305 },
        ...{ median_recency_days: 450, median_orders: 1.5, median_net_revenue: 15.25 },
      },
      {
        ...{ segment: "Our own", customers: 1, share: 0.25, revenue: -0.5, revenue_share: -0.005 },
        ...{ median_recency_days: 4, median_orders: 6, median_net_revenue: -0.5 },
      },
    ]);
    expect(rfmTable(customers, { segments: ["Our own"] }).array("segment")).toEqual(["Our own", "Champions", "Lost"]);
  });

  it("has no share of a revenue that is not there", () => {
    const nothing = customers.assign({ net_revenue: [0, 0, 0, 0] });
    expect(rfmTable(nothing).array("revenue_share")).toEqual([null, null, null]);
  });
});

describe("the flow between two dates", () => {
  const before = table({ customer: ["1", "2", "3", "4"], rfm_segment: ["Lost", "Lost", "Champions", "Champions"] });
  const after = table({ customer: ["5", "3", "1", "2"], rfm_segment: ["Promising", "At Risk", "Lost", "Champions"] });

  it("counts every customer once, who came and who went by name", () => {
    expect(rfmFlow(before, after)).toEqual([
      { from: "Champions", to: "At Risk", customers: 1, share: 0.5 },
      { from: "Champions", to: "gone", customers: 1, share: 0.5 },
      { from: "Lost", to: "Champions", customers: 1, share: 0.5 },
      { from: "Lost", to: "Lost", customers: 1, share: 0.5 },
      { from: "new", to: "Promising", customers: 1, share: 1 },
    ]);
  });

  it("refuses a customer who stands twice", () => {
    const twice = table({ customer: ["1", 1], rfm_segment: ["Lost", "Lost"] });
    expect(() => rfmFlow(twice, after)).toThrow("customer 1 stands in two rows; give one row a customer");
  });
});

describe("the faults of a rule list", () => {
  it("are who of a segment bought lately, the last day included", () => {
    const customers = table({ recency_days: [91, 90, 3, 1], rfm_segment: ["Lost", "Lost", "Lost", "Champions"] });
    expect(boughtWithin(customers)).toEqual({
      ...{ segment: "Lost", customers: 3, days: 90, recent: 2, share: 2 / 3 },
      recencyDays: Float64Array.of(3, 90, 91),
    });
    expect(boughtWithin(customers, { segment: "Promising" })).toMatchObject({ customers: 0, recent: 0, share: null });
    expect(() => boughtWithin(customers, { days: 0 })).toThrow("days is 0; give a number above 0");
  });

  it("are customers who move when ties are drawn anew: none where all differ, most where all are equal", () => {
    expect(movedByShuffling(shop)).toMatchObject({ customers: 5, shuffles: 20, share: 0, least: 0, most: 0 });
    const equal = shop.assign({ recency_days: [9, 9, 9, 9, 9], orders: [1, 1, 1, 1, 1], net_revenue: [5, 5, 5, 5, 5] });
    const moved = movedByShuffling(equal);
    // R falls with the place in the row as F and M rise: 511, 422, 333, 244, 155; any other order draws other triples
    expect(moved.segments.map(({ segment }) => segment)).toEqual(["Potential Loyalists", "Can't Lose Them"]);
    expect(moved.share).toBeGreaterThan(0);
    expect(movedByShuffling(equal)).toEqual(moved);
    expect(() => movedByShuffling(shop, { shuffles: 0 })).toThrow("shuffles is 0; give a whole number above 0");
  });
});
