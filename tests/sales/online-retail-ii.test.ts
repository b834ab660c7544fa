import { describe, expect, it } from "vitest";
import { openSales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

describe.skipIf(!hasRealData)("the ledger of Online Retail II", () => {
  const workspace = scratchWorkspace();
  const figures = (step: Awaited<ReturnType<typeof openSales>>["ledger"][number]) => [
    step.step,
    step.from,
    step.rows,
    step.customers,
    step.invoices,
    step.revenue,
  ];

  it("has the figures of the reference to the penny", async () => {
    const sales = await openSales({ data: realData, workspace });
    expect(sales.ledger.map(figures)).toEqual([
      ["read", null, 1067371, 5942, 53628, 19287250.568],
      ["overlap", "read", 1044848, 5942, 53628, 18909762.118],
      ["identified", "overlap", 809561, 5942, 44876, 16343669.038],
      ["adjustments", "identified", 809561, 5942, 44876, 16343669.038],
      ["goods", "adjustments", 805909, 5876, 43880, 16411894.747],
      ["returns", "goods", 17642, 2445, 7283, -713046.25],
      ["sales", "goods", 788206, 5852, 36594, 17124940.997],
    ]);
    expect(sales.overlap).toMatchObject({ method: "seam", from: "2010-12-01", to: "2010-12-09", rows: 22523 });
    expect(sales.asOf).toBe("2011-12-10");
    sales.close();
  });

  it("comes out of the cache as it went in", async () => {
    const first = await openSales({ data: realData, workspace });
    const again = await openSales({ data: realData, workspace });
    const sum = "SELECT fate, count(*) AS n, sum(revenue) AS revenue FROM rows GROUP BY fate ORDER BY fate";
    expect(again.ledger).toEqual(first.ledger);
    expect((await again.query(sum)).objects()).toEqual((await first.query(sum)).objects());
    first.close();
    again.close();
  });

  it("gives the published base under naive cleaning", async () => {
    const sales = await openSales({ data: realData, cleaning: "naive", workspace });
    expect(sales.ledger.map(({ step }) => step)).toEqual(["read", "identified", "sales"]);
    expect(figures(sales.ledger[2]!)).toEqual(["sales", "identified", 805549, 5878, 36969, 17743429.178]);
    sales.close();
  });

  it("never matches more units than were bought or returned, and each return to an earlier purchase", async () => {
    const sales = await openSales({ data: realData, workspace });
    const [faults] = await sales.database.rows<Record<string, number>>(`
      SELECT
        (SELECT count(*) FROM (SELECT line_row, sum(units) AS u FROM return_matches GROUP BY 1) m
          JOIN lines l ON l."row" = m.line_row WHERE u > l.quantity) AS bought,
        (SELECT count(*) FROM (SELECT return_row, sum(units) AS u FROM return_matches GROUP BY 1) m
          JOIN returns r ON r."row" = m.return_row WHERE u > -r.quantity) AS returned,
        (SELECT count(*) FROM return_matches m JOIN lines l ON l."row" = m.line_row
          JOIN returns r ON r."row" = m.return_row
          WHERE l.invoiced_at > r.invoiced_at OR l.customer <> r.customer OR l.sku <> r.sku) AS wrong,
        (SELECT count(*) FROM return_matches) AS matches`);
    expect(faults).toMatchObject({ bought: 0, returned: 0, wrong: 0 });
    expect(faults!.matches).toBeGreaterThan(10000);
    sales.close();
  });
});
