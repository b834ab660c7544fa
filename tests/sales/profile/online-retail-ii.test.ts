import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cohortSales } from "../../../src/sales/exploration/cohort-sales.js";
import { customerSales } from "../../../src/sales/exploration/customer-sales.js";
import { decomposeTurnover } from "../../../src/sales/exploration/decompose-turnover.js";
import { monthlySales } from "../../../src/sales/exploration/monthly-sales.js";
import { openSales, type Sales } from "../../../src/sales/open-sales.js";
import { findingRows } from "../../../src/sales/profile/finding-rows.js";
import { profileSales } from "../../../src/sales/profile/profile-sales.js";
import { hasRealData, realData } from "../../real-data.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

describe.skipIf(!hasRealData)("the profile of Online Retail II", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
  });
  afterAll(() => sales.close());

  it("has the figures of the reference", async () => {
    const { findings, calendar, columns } = await profileSales(sales);
    const rows = Object.fromEntries(findings.map((finding) => [finding.finding, finding.rows]));
    expect(rows).toMatchObject({
      "doubled-stretch": 22523,
      "customer-missing": 243007,
      repeats: 11812,
      "closed-weekday": 402,
      "price-negative": 5,
    });
    expect(findings[0]!.finding).toBe("customer-missing");
    expect(columns.find(({ column }) => column === "customer")).toMatchObject({ missing: 243007, distinct: 5942 });
    expect(calendar.weekdays.filter(({ open }) => !open).map(({ weekday }) => weekday)).toEqual([6]);
    expect(calendar.months.filter(({ partial }) => partial).map(({ month }) => month)).toEqual(["2011-12"]);
    const undone = findings.find(({ finding }) => finding === "extreme-undone")!;
    const first = (await findingRows(sales, undone, { rows: 4 })).objects() as Record<string, unknown>[];
    expect(first.map(({ customer, revenue }) => [customer, revenue])).toEqual([
      ["16446", 168469.6],
      ["16446", -168469.6],
      ["12346", 77183.6],
      ["12346", -77183.6],
    ]);
  });

  it("gives months that add up to the ledger on both bases", async () => {
    const months = await monthlySales(sales);
    const sum = (of: "allTurnover" | "identified") => months.reduce((total, month) => total + month[of], 0);
    const step = (name: string) => sales.ledger.find((one) => one.step === name)!.revenue;
    expect(sum("allTurnover")).toBeCloseTo(step("overlap"), 2);
    expect(sum("identified")).toBeCloseTo(step("identified"), 2);
    expect(months.reduce((total, month) => total + month.newCustomers, 0)).toBeLessThanOrEqual(5942);
  });

  it("gives customers and cohorts that add up to sales and returns", async () => {
    const customers = await customerSales(sales);
    expect(customers).toHaveLength(5852);
    expect(customers.find(({ customer }) => customer === "16446")).toMatchObject({ revenue: 2.9 });
    const cohorts = await cohortSales(sales);
    expect(cohorts.filter(({ age }) => age === 0).reduce((total, cell) => total + cell.customers, 0)).toBe(5852);
  });

  it("finds the quiet Sundays, the peak in November and little growth", async () => {
    const { weekdays, season } = await decomposeTurnover(sales);
    expect(weekdays.reduce((least, day) => (day.index < least.index ? day : least)).weekday).toBe(7);
    expect(season!.months.reduce((most, month) => (month.index > most.index ? month : most)).month).toBe(11);
    expect(Math.abs(season!.growthPerYear)).toBeLessThan(0.05);
  });
});
