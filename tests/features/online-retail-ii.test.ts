import { describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { openSales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

describe.skipIf(!hasRealData)("the customers of Online Retail II", () => {
  it("are 5,852, and customer 16446 keeps £2.90 of £168,472.50", async () => {
    const sales = await openSales({ data: realData, workspace: scratchWorkspace() });
    const customers = await buildFeatures(sales);
    console.log(
      customers.columnNames().join(),
      customers.slice(0, 3).objects(),
      customers.filter((d: { customer: string }) => d.customer === "16446").objects(),
    );
    expect(customers.numRows()).toBe(5852);
    sales.close();
  });
});
