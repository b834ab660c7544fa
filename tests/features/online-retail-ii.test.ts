import type { ColumnTable } from "arquero";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { openSales, type Sales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

describe.skipIf(!hasRealData)("the customers of Online Retail II", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  let customers: ColumnTable;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
    customers = await buildFeatures(sales);
  });
  afterAll(() => sales.close());

  const one = (id: string) =>
    (customers.objects() as Record<string, unknown>[]).find(({ customer }) => customer === id);

  it("are 5,852 in ascending order of their ids, and nobody who only returned things", async () => {
    const ids = (customers.array("customer") as string[]).map(Number);
    expect(ids).toHaveLength(5852);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    const [known] = await sales.rows<{ n: number }>(
      "SELECT count(DISTINCT customer) AS n FROM rows WHERE fate IN ('sold', 'returned', 'worthless')",
    );
    expect(known!.n - ids.length).toBe(24);
  });

  it("keep £2.90 and £169.36 of the cancelled mega-orders", () => {
    expect(one("16446")).toMatchObject({ gross_revenue: 168472.5, net_revenue: 2.9, revenue_per_order: 1.45 });
    expect(one("12346")).toMatchObject({ net_revenue: 169.36 });
  });

  it("bring together what the ledger says", async () => {
    const sum = (name: string) => (customers.array(name) as number[]).reduce((total, value) => total + value, 0);
    expect(sum("gross_revenue")).toBeCloseTo(17124940.997, 3);
    expect(sum("orders")).toBe(36594);
    // the 24 customers who only returned things are no customers of the table
    const [rest] = await sales.rows<{ revenue: number }>(
      "SELECT sum(revenue) AS revenue FROM returns WHERE customer NOT IN (SELECT customer FROM lines)",
    );
    expect(sum("net_revenue")).toBeCloseTo(17124940.997 - 713046.25 - rest!.revenue, 3);
  });

  it("have shares between 0 and 1 and no other gaps than the documented ones", () => {
    const rows = customers.objects() as Record<string, number | null>[];
    const shares = [
      "return_rate",
      "product_entropy",
      "top_product_share",
      "repeat_product_share",
      "weekend_share",
      "q4_share",
    ];
    for (const row of rows) {
      for (const share of shares) {
        const value = row[share];
        if (value === null) expect([share, row.unique_products]).toEqual(["product_entropy", 1]);
        else expect(value >= 0 && value! <= 1).toBe(true);
      }
      expect(row.median_gap_days === null).toBe(row.orders === 1);
    }
  });

  it("are the same table from a second reading", async () => {
    const again = await openSales({ data: realData, workspace, cache: false });
    const table = await buildFeatures(again);
    again.close();
    expect(table.objects({ limit: Number.POSITIVE_INFINITY })).toEqual(
      customers.objects({ limit: Number.POSITIVE_INFINITY }),
    );
  });
});
