import { describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { featureCatalogue } from "../../src/features/catalogue.js";
import { customerCard, customerCards } from "../../src/features/customer-card.js";
import { openLines } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const workspace = scratchWorkspace();

// customer 7 buys three times and sends a part back; 8 and 10 buy once
const lines = [
  "1,10000,A,2,2011-01-01 10:00:00,5.00,7,France",
  "1,20000,B,1,2011-01-01 10:00:00,10.00,7,France",
  "2,10000,A,4,2011-01-11 12:00:00,5.00,7,Spain",
  "C3,10000,A,-5,2011-01-12 09:00:00,5.00,7,Spain",
  "C4,30000,C,-1,2011-01-12 09:00:00,2.00,7,Spain",
  "5,10000,A,1,2011-01-31 12:00:00,6.00,7,Spain",
  "6,40000,D,10,2010-10-02 23:59:00,1.50,8,France",
  "8,40000,D,1,2011-01-05 08:00:00,1.50,10,France",
].sort((a, b) => a.split(",")[4]!.localeCompare(b.split(",")[4]!));

const open = async () => {
  const sales = await openLines(workspace, lines);
  return { sales, customers: await buildFeatures(sales) };
};

describe("customerCard", () => {
  it("has every feature with its place among the customers who have it", async () => {
    const { sales, customers } = await open();
    const card = await customerCard(sales, customers, 7);
    sales.close();
    expect(card.features.map(({ name }) => name)).toEqual(featureCatalogue.map(({ name }) => name));
    const of = (name: string) => card.features.find((feature) => feature.name === name)!;
    // orders 3, 1, 1; recency 1, 122, 27 days
    expect(of("orders")).toMatchObject({ value: 3, percentile: 1, unit: "orders", group: "Cadence", missing: null });
    expect(of("recency_days")).toMatchObject({ value: 1, percentile: 1 / 3 });
    // the only one with a gap between orders
    expect(of("median_gap_days")).toMatchObject({ value: 15, percentile: 1 });
    for (const name of ["preferred_hour", "country", "rfm_segment"]) expect(of(name).percentile).toBeNull();
    expect(card.feature("country")).toBe("Spain");
    expect(card.feature("shoe_size")).toBeNull();
  });

  it("says what an empty value means, and ranks equal values together", async () => {
    const { sales, customers } = await open();
    const card = await customerCard(sales, customers, "8");
    sales.close();
    const of = (name: string) => card.features.find((feature) => feature.name === name)!;
    expect(of("median_gap_days")).toMatchObject({ value: null, percentile: null });
    expect(of("median_gap_days").missing).toBe(
      featureCatalogue.find(({ name }) => name === "median_gap_days")!.missing,
    );
    expect(of("orders").percentile).toBe(2 / 3);
  });

  it("has the orders, which with the unexplained returns make the net revenue", async () => {
    const { sales, customers } = await open();
    const [card, other] = await customerCards(sales, customers, ["7", "8"]);
    sales.close();
    expect(card!.orders).toEqual([
      { invoice: "1", day: "2011-01-01", lines: 2, units: 3, gross: 20, net: 15, returned: 5 },
      { invoice: "2", day: "2011-01-11", lines: 1, units: 4, gross: 20, net: 0, returned: 20 },
      { invoice: "5", day: "2011-01-31", lines: 1, units: 1, gross: 6, net: 6, returned: 0 },
    ]);
    const net = card!.orders.reduce((sum, order) => sum + order.net, 0);
    expect(net - Number(card!.feature("unmatched_returns"))).toBe(card!.feature("net_revenue"));
    expect(other!.orders.map(({ invoice }) => invoice)).toEqual(["6"]);
  });

  it("sees only what happened before the day that the table was built at, and refuses another day", async () => {
    const { sales } = await open();
    const asOf = "2011-01-12";
    const earlier = await buildFeatures(sales, { asOf, columns: ["orders"] });
    const card = await customerCard(sales, earlier, 7, { asOf });
    expect(card.orders.map(({ net }) => net)).toEqual([20, 20]);
    expect(card.features.map(({ name }) => name)).toEqual(["orders"]);
    await expect(customerCard(sales, earlier, 7)).rejects.toThrow(
      "customer 7 has 2 orders in the table and 3 before 2011-02-01; give the asOf that the table was built at",
    );
    sales.close();
  });

  it("suggests the nearest ids where there is none such", async () => {
    const { sales, customers } = await open();
    await expect(customerCard(sales, customers, "11")).rejects.toThrow('no customer "11" among 3; did you mean 10?');
    sales.close();
  });
});
