import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFeatures } from "../../../src/features/build-features.js";
import { boughtWithin } from "../../../src/features/rfm/bought-within.js";
import { movedByShuffling } from "../../../src/features/rfm/moved-by-shuffling.js";
import { rfmCustomers } from "../../../src/features/rfm/rfm-customers.js";
import { rfmFlow } from "../../../src/features/rfm/rfm-flow.js";
import { rfmSegments } from "../../../src/features/rfm/rfm-segments.js";
import { rfmTable } from "../../../src/features/rfm/rfm-table.js";
import { publishedRules } from "../../../src/features/rfm/segment-rules.js";
import { openSales, type Sales } from "../../../src/sales/open-sales.js";
import { hasRealData, realData } from "../../real-data.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

const all = { limit: Number.POSITIVE_INFINITY };

describe.skipIf(!hasRealData)("Online Retail II as published notebooks segment it", () => {
  const workspace = scratchWorkspace();
  let naive: Sales;
  beforeAll(async () => {
    naive = await openSales({ data: realData, workspace, cleaning: "naive" });
  });
  afterAll(() => naive.close());

  const published = async () =>
    rfmSegments(await rfmCustomers(naive, { recency: "elapsed" }), { rules: publishedRules, ties: "first" });

  it("gives the published table of eleven segments exactly", async () => {
    const sizes = rfmTable(await published()).objects() as { segment: string; customers: number }[];
    expect(Object.fromEntries(sizes.map(({ segment, customers }) => [segment, customers]))).toEqual({
      Champions: 471,
      "Loyal Customers": 979,
      Lost: 797,
      "Can't Lose Them": 227,
      "Potential Loyalists": 1280,
      "About To Sleep": 606,
      "At Risk": 502,
      "Need Attention": 104,
      Hibernating: 901,
      Promising: 9,
      "Recent Customers": 2,
    });
  });

  it("shows its fault: half of the lost bought within 90 days, and shuffling moves nine percent", async () => {
    const lost = boughtWithin(await published());
    expect(lost).toMatchObject({ customers: 797, recent: 400 });
    const moved = movedByShuffling(await published());
    expect(moved.customers).toBe(5878);
    expect(Math.round(moved.share * 100)).toBe(9);
    expect(moved.most - moved.least).toBeLessThan(0.02);
  });
});

describe.skipIf(!hasRealData)("Online Retail II in our segments", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
  });
  afterAll(() => sales.close());

  it("has the same recency, orders and revenue with and without the other features, at two dates", async () => {
    for (const asOf of ["2011-06-01", "2011-12-10"]) {
      const whole = (await buildFeatures(sales, { asOf })).select("customer", "recency_days", "orders", "net_revenue");
      expect((await rfmCustomers(sales, { asOf })).objects(all)).toEqual(whole.objects(all));
    }
  });

  it("lists nobody as lost who bought within 90 days, and nobody changes segment with the order of rows", async () => {
    const customers = await rfmCustomers(sales);
    expect(boughtWithin(rfmSegments(customers)).recent).toBe(0);
    const turned = rfmSegments(customers.reify([...customers.indices()].reverse()));
    expect(turned.objects(all).reverse()).toEqual(rfmSegments(customers).objects(all));
  });

  it("flows from one date to the next with every customer counted once", async () => {
    const before = rfmSegments(await rfmCustomers(sales, { asOf: "2011-06-01" }));
    const after = rfmSegments(await rfmCustomers(sales));
    const flow = rfmFlow(before, after);
    const sum = (some: typeof flow) => some.reduce((total, { customers }) => total + customers, 0);
    expect(sum(flow)).toBe(5852);
    expect(sum(flow.filter(({ from }) => from !== "new"))).toBe(before.numRows());
    // a customer of the table stays one, so that nobody is gone within one file
    expect(flow.filter(({ to }) => to === "gone")).toEqual([]);
  });
});
