import { describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { featureCatalogue } from "../../src/features/catalogue.js";
import { openLines } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const workspace = scratchWorkspace();

// customer 7 buys three times and sends a part back; 8 buys once; 9 only returns something
const lines = [
  "1,10000,A,2,2011-01-01 10:00:00,5.00,7,France",
  "1,20000,B,1,2011-01-01 10:00:00,10.00,7,France",
  "2,10000,A,4,2011-01-11 12:00:00,5.00,7,Spain",
  "C3,10000,A,-5,2011-01-12 09:00:00,5.00,7,Spain",
  "C4,30000,C,-1,2011-01-12 09:00:00,2.00,7,Spain",
  "5,10000,A,1,2011-01-31 12:00:00,6.00,7,Spain",
  "6,40000,D,10,2010-10-02 23:59:00,1.50,8,France",
  "C7,40000,D,-1,2011-02-01 08:00:00,1.50,9,France",
].sort((a, b) => a.split(",")[4]!.localeCompare(b.split(",")[4]!));

describe("the features of a shop small enough to reckon by hand", () => {
  it("are what the catalogue says", async () => {
    const sales = await openLines(workspace, lines);
    const customers = (await buildFeatures(sales)).objects() as Record<string, unknown>[];
    sales.close();
    expect(sales.asOf).toBe("2011-02-02");
    expect(customers.map(({ customer }) => customer)).toEqual(["7", "8"]);
    expect(customers[0]).toMatchObject({
      recency_days: 2,
      tenure_days: 32,
      orders: 3,
      active_months: 1,
      median_gap_days: 15,
      // (2 gaps · 15 + 3 · 15) / 5
      expected_gap_days: 15,
      one_time: 0,
      newcomer: 0,
      units: 8,
      units_per_order: 8 / 3,
      lines_per_order: 4 / 3,
      unique_products: 2,
      // lines of 10000 in the second and the third order
      repeat_product_share: 0.5,
      top_product_share: 36 / 46,
      gross_revenue: 46,
      // 46 − 25 − 2
      net_revenue: 19,
      // order 2 loses its 4 units, order 1 one of its two: 15, 0, 6
      revenue_per_order: 7,
      median_order_value: 6,
      max_order_value: 15,
      price_per_unit: 46 / 8,
      return_rate: 5 / 8,
      // Saturday 1 January 2011
      weekend_share: 1 / 3,
      morning_share: 1 / 3,
      q4_share: 0,
      first_month: "2011-01",
      country: "Spain",
      cancelled_order_share: 2 / 3,
      min_order_value: 0,
      // 46 − 27, all of it since November
      revenue_last_90d: 19,
      revenue_previous_90d: 0,
      revenue_trend: null,
      // prices 5, 5, 6, 10: 6 + 0.7 · 4 less 5
      price_spread: 3.8,
      orders_last_90d: 3,
      orders_previous_90d: 0,
      // January of January and February
      activity_share: 1 / 2,
      products_per_order: 2 / 3,
      max_order_units: 4,
      bulk_share: 0,
      median_lines: 1,
      // a Saturday, a Tuesday and a Monday
      preferred_weekday: null,
      evening_share: 0,
      quarter_concentration: 1,
      // two orders of the shop from each country
      domestic: null,
      // C3 undoes a part of order 2 after 1 day and of order 1 after 11
      days_to_return: 6,
      // C4: product C was never bought
      unmatched_returns: 2,
    });
    const near = (name: string, value: number) => expect(customers[0]![name], name).toBeCloseTo(value, 9);
    near("order_value_cv", Math.sqrt((8 ** 2 + 7 ** 2 + 1) / 2) / 7);
    near("gap_cv", Math.sqrt(50) / 15);
    near("basket_size_cv", Math.sqrt(7 / 3) / (8 / 3));
    near("weekday_entropy", Math.log(3) / Math.log(7));
    // 10, 12 and 12 o'clock: directions of 150, 180 and 180 degrees
    const [cosine, sine] = [(-2 - Math.sqrt(3) / 2) / 3, 0.5 / 3];
    near("hour_concentration", Math.hypot(cosine, sine));
    near("preferred_hour", (Math.atan2(sine, cosine) * 12) / Math.PI);
    const p = 36 / 46;
    expect(customers[0]!.product_entropy).toBeCloseTo(-(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2), 12);
    expect(customers[1]).toMatchObject({
      recency_days: 123,
      orders: 1,
      median_gap_days: null,
      // no gap of its own: the shop's median
      expected_gap_days: 15,
      one_time: 1,
      newcomer: 0,
      product_entropy: null,
      return_rate: 0,
      net_revenue: 15,
      q4_share: 1,
      order_value_cv: null,
      revenue_last_90d: 0,
      revenue_previous_90d: 15,
      gap_cv: null,
      orders_last_90d: 0,
      orders_previous_90d: 1,
      // one of October to February
      activity_share: 0.2,
      // the shop's orders have 1, 3, 4 and 10 units: 10 is above 4 + 0.7 · 6
      bulk_share: 1,
      preferred_weekday: 6,
      weekday_entropy: 0,
      hour_concentration: 1,
      // to the ninth decimal
      preferred_hour: 23.983333333,
      evening_share: 1,
      days_to_return: null,
      unmatched_returns: 0,
    });
  });

  it("are exact where a currency counts in millions", async () => {
    const sales = await openLines(workspace, [
      "1,10000,A,1000,2011-01-01 10:00:00,50000.00,7,France",
      "2,10000,A,3000,2011-01-11 12:00:00,50000.00,7,France",
    ]);
    const [customer] = (await buildFeatures(sales)).objects() as Record<string, number>[];
    sales.close();
    expect(customer!.net_revenue).toBe(200_000_000);
    // 50 and 150 million: a standard deviation of 100 / √2 over a mean of 100
    expect(customer!.order_value_cv).toBeCloseTo(Math.SQRT1_2, 15);
  });

  it("give an order that was sent back whole a value of nought, never of minus nought", async () => {
    // three times −0.1 is less than −0.3 in binary fractions; a median of 0 and −0 depends on the order of the rows
    const sent = ["A", "B", "C"].map((sku) => `1,${sku},A,1,2011-01-01 10:00:00,0.10,7,France`);
    const back = ["A", "B", "C"].map((sku) => `C2,${sku},A,-1,2011-01-02 10:00:00,0.10,7,France`);
    const sales = await openLines(workspace, [...sent, ...back], { goods: "[A-C]" });
    const [customer] = (await buildFeatures(sales)).objects() as Record<string, unknown>[];
    sales.close();
    for (const name of ["net_revenue", "median_order_value", "max_order_value", "revenue_per_order"])
      expect(Object.is(customer![name], 0), name).toBe(true);
  });

  it("at an earlier day see nothing of what came later", async () => {
    const sales = await openLines(workspace, lines);
    const then = (await buildFeatures(sales, { asOf: "2011-01-12" })).objects() as Record<string, unknown>[];
    sales.close();
    expect(then).toHaveLength(2);
    expect(then[0]).toMatchObject({ customer: "7", orders: 2, recency_days: 1, net_revenue: 40, return_rate: 0 });
  });

  it("are refused before the first sale, and for a day that is none", async () => {
    const sales = await openLines(workspace, lines);
    await expect(buildFeatures(sales, { asOf: "2010-10-02" })).rejects.toThrow(
      "nothing was sold before 2010-10-02; choose a later asOf",
    );
    await expect(buildFeatures(sales, { asOf: "yesterday" })).rejects.toThrow(
      'asOf "yesterday" is not a day as 2011-12-31',
    );
    sales.close();
  });

  it("do not depend on the order of the rows", async () => {
    const tables = [];
    for (const order of [lines, lines.toReversed()]) {
      const sales = await openLines(workspace, order);
      tables.push((await buildFeatures(sales)).objects());
      sales.close();
    }
    expect(tables[1]).toEqual(tables[0]);
  });

  it("have one entry each, with words for everything", () => {
    const names = featureCatalogue.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(15);
    for (const { name, definition } of featureCatalogue) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(definition.length).toBeGreaterThan(10);
    }
  });
});

describe("what is undefined, or tied", () => {
  it("is null: no hour between 6 and 18, no country between two", async () => {
    const sales = await openLines(workspace, [
      "1,10000,A,2,2011-01-03 06:00:00,5.00,7,France",
      "2,10000,A,2,2011-01-10 18:00:00,5.00,7,Spain",
      "3,10000,A,1,2011-01-10 18:00:00,5.00,8,Spain",
    ]);
    const customers = (await buildFeatures(sales)).objects() as Record<string, unknown>[];
    sales.close();
    expect(customers[0]).toMatchObject({
      preferred_hour: null,
      hour_concentration: 0,
      country: null,
      domestic: null,
      preferred_weekday: 1,
    });
    expect(customers[1]).toMatchObject({ preferred_hour: 18, country: "Spain", domestic: 1 });
  });

  it("is null: the trend of revenue in a shop whose median order came back whole", async () => {
    const old = ["1,10000,A,1,2010-01-04 10:00:00,5.00,7,France", "2,10000,A,1,2010-01-04 10:00:00,5.00,8,France"];
    const recent = "3,10000,A,2,2011-01-10 18:00:00,5.00,7,France";
    const back = ["C4,10000,A,-1,2010-01-05 10:00:00,5.00,7,France", "C5,10000,A,-1,2010-01-05 10:00:00,5.00,8,France"];
    const trends = async (lines: string[]) => {
      const sales = await openLines(workspace, lines);
      const table = await buildFeatures(sales, { columns: ["revenue_trend"] });
      sales.close();
      return table.array("revenue_trend");
    };
    // (10 + 5) / (0 + 5), and nothing on nothing
    const [risen, level] = await trends([...old, recent]);
    expect(risen).toBeCloseTo(Math.log(3), 12);
    expect(level).toBe(0);
    expect(await trends([...old, ...back, recent])).toEqual([null, null]);
  });
});
