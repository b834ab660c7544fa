import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rfmCustomers } from "../../../src/features/rfm/rfm-customers.js";
import type { Sales } from "../../../src/sales/open-sales.js";
import { openLines } from "../../sales/tiny-shop.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

const workspace = scratchWorkspace();

describe("the columns of RFM", () => {
  let sales: Sales;
  beforeAll(async () => {
    sales = await openLines(workspace, [
      "1,10000,A,2,2011-01-01 23:00:00,5.00,9,France",
      "2,10000,A,1,2011-01-02 12:00:00,5.00,10,France",
      "2,10001,A,1,2011-01-02 12:30:00,5.00,10,France",
      "C3,10000,A,-1,2011-01-03 12:15:00,5.00,9,France",
    ]);
  });
  afterAll(() => sales.close());

  it("count calendar days up to midnight after the last transaction, ids by size", async () => {
    expect((await rfmCustomers(sales)).objects()).toEqual([
      { customer: "9", recency_days: 3, orders: 1, net_revenue: 5 },
      { customer: "10", recency_days: 2, orders: 1, net_revenue: 10 },
    ]);
  });

  it("or whole periods of 24 hours up to a day after its minute", async () => {
    const elapsed = await rfmCustomers(sales, { recency: "elapsed" });
    // to 4 January, 12:15: 2 days and 13 hours, and 1 day and 23:45 hours
    expect(elapsed.array("recency_days")).toEqual([2, 1]);
  });

  it("know nothing of what came on the reference day or later", async () => {
    const early = await rfmCustomers(sales, { asOf: "2011-01-02" });
    expect(early.objects()).toEqual([{ customer: "9", recency_days: 1, orders: 1, net_revenue: 10 }]);
  });

  it("are refused before the first sale, for a day that is none and for other days", async () => {
    await expect(rfmCustomers(sales, { asOf: "2011-01-01" })).rejects.toThrow(
      "nothing was sold before 2011-01-01; choose a later asOf",
    );
    await expect(rfmCustomers(sales, { asOf: "soon" })).rejects.toThrow('asOf "soon" is not a day as 2011-12-31');
    await expect(rfmCustomers(sales, { recency: "weeks" as "elapsed" })).rejects.toThrow(
      'recency "weeks" is not one of calendar, elapsed',
    );
  });
});
