import { describe, expect, it } from "vitest";
import { cohortSales } from "../../../src/sales/exploration/cohort-sales.js";
import { concentration } from "../../../src/sales/exploration/concentration.js";
import { countrySales } from "../../../src/sales/exploration/country-sales.js";
import { customerSales } from "../../../src/sales/exploration/customer-sales.js";
import { monthlySales } from "../../../src/sales/exploration/monthly-sales.js";
import { orderGaps } from "../../../src/sales/exploration/order-gaps.js";
import { orderValues } from "../../../src/sales/exploration/order-values.js";
import { priceBands } from "../../../src/sales/exploration/price-bands.js";
import { productSales } from "../../../src/sales/exploration/product-sales.js";
import { weekHours } from "../../../src/sales/exploration/week-hours.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { openLines, openText } from "../tiny-shop.js";

const workspace = scratchWorkspace();
const lines = [
  "50001,10001,CUP,10,2011-01-03 10:00:00,2.00,111,France",
  "50001,10002,PLATE,1,2011-01-03 10:00:00,5.00,111,France",
  "50002,10001,CUP,1,2011-01-04 11:00:00,2.00,,France",
  "50003,10001,MUG,4,2011-01-05 11:30:00,2.00,112,Spain",
  "C50004,10001,CUP,-2,2011-02-01 09:00:00,2.00,111,France",
  "50005,10001,CUP,3,2011-02-07 10:00:00,2.00,111,Spain",
  "50006,POST,POSTAGE,1,2011-02-08 10:00:00,7.00,112,Spain",
  "50007,10002,PLATE,2,2011-03-31 10:00:00,5.00,113,Spain",
];
const open = () => openLines(workspace, lines);

describe("the months", () => {
  it("keep the bases apart, returns on their own date and new customers counted once", async () => {
    const sales = await open();
    const months = await monthlySales(sales);
    expect(months).toEqual([
      {
        month: "2011-01",
        partial: false,
        tradingDays: 3,
        allTurnover: 35,
        identified: 33,
        allOrders: 3,
        identifiedOrders: 2,
        customers: 2,
        newCustomers: 2,
      },
      {
        month: "2011-02",
        partial: false,
        tradingDays: 3,
        allTurnover: 9,
        identified: 9,
        allOrders: 2,
        identifiedOrders: 2,
        customers: 2,
        newCustomers: 0,
      },
      {
        month: "2011-03",
        partial: false,
        tradingDays: 1,
        allTurnover: 10,
        identified: 10,
        allOrders: 1,
        identifiedOrders: 1,
        customers: 1,
        newCustomers: 1,
      },
    ]);
    sales.close();
  });
});

it("a customer counts, with everything, in the country of most orders, ties by name", async () => {
  const sales = await open();
  expect(await countrySales(sales)).toEqual([
    { country: "France", customers: 1, orders: 2, revenue: 27 },
    { country: "Spain", customers: 2, orders: 2, revenue: 18 },
  ]);
  sales.close();
});

it("products are net of returns and named by their most frequent description", async () => {
  const sales = await open();
  expect(await productSales(sales)).toEqual([
    { sku: "10001", description: "CUP", revenue: 30, units: 15, orders: 3, customers: 2 },
    { sku: "10002", description: "PLATE", revenue: 15, units: 3, orders: 2, customers: 2 },
  ]);
  expect(await customerSales(sales)).toEqual([
    { customer: "111", orders: 2, revenue: 27 },
    { customer: "113", orders: 1, revenue: 10 },
    { customer: "112", orders: 1, revenue: 8 },
  ]);
  sales.close();
});

it("price bands close below and open above", async () => {
  const sales = await open();
  expect(await priceBands(sales)).toEqual([
    { from: 2, to: 5, lines: 3, units: 17, revenue: 34 },
    { from: 5, to: 10, lines: 2, units: 3, revenue: 15 },
  ]);
  sales.close();
});

it("cohorts carry customers, revenue and what is no cohort of new customers", async () => {
  const sales = await open();
  expect(await cohortSales(sales)).toEqual([
    { cohort: "2011-01", age: 0, customers: 2, share: 1, revenue: 33, revenueShare: 1, partial: false, opening: true },
    {
      cohort: "2011-01",
      age: 1,
      customers: 1,
      share: 0.5,
      revenue: 2,
      revenueShare: 2 / 33,
      partial: false,
      opening: true,
    },
    { cohort: "2011-03", age: 0, customers: 1, share: 1, revenue: 10, revenueShare: 1, partial: false, opening: false },
  ]);
  sales.close();
});

it("orders are spread by value, waits by days between two days with an order", async () => {
  const sales = await open();
  const values = (await orderValues(sales))!;
  expect(values).toMatchObject({ count: 4, median: 8, mean: 12.25, greatest: 25, low: 6, high: 25 });
  expect(values.bins.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  for (const { from, to, count, sum } of values.bins) {
    expect(sum / count).toBeGreaterThanOrEqual(from);
    expect(sum / count).toBeLessThan(to);
  }
  expect(await orderGaps(sales)).toEqual({
    bins: [{ from: 32, to: 64, count: 1, sum: 35 }],
    count: 1,
    median: 35,
    mean: 35,
    low: 35,
    high: 35,
    greatest: 35,
  });
  expect(await weekHours(sales)).toEqual([
    { weekday: 0, hour: 10, orders: 2 },
    { weekday: 2, hour: 11, orders: 1 },
    { weekday: 3, hour: 10, orders: 1 },
  ]);
  sales.close();
});

it("says that nobody ordered twice, instead of dividing by nothing", async () => {
  const sales = await openLines(workspace, [lines[0]!]);
  expect(await orderGaps(sales)).toBeNull();
  sales.close();
});

it("a file without descriptions and countries has products without a name and one country that is not given", async () => {
  const sales = await openText(
    workspace,
    "bare.csv",
    "Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n1,10001,2,2011-01-03 10:00:00,1.5,111\n",
  );
  expect(await productSales(sales)).toMatchObject([{ sku: "10001", description: null }]);
  expect(await countrySales(sales)).toEqual([{ country: "not given", customers: 1, orders: 1, revenue: 3 }]);
  sales.close();
});

describe("concentration", () => {
  it("is 0 where all bring the same and near 1 where one brings all", () => {
    expect(concentration([3, 3, 3, 3])).toMatchObject({ gini: 0, halfFrom: 0.5 });
    expect(concentration([0, 0, 0, 8])).toMatchObject({ gini: 0.75, halfFrom: 0.25, topHundredth: 1 });
  });

  it("has the value of the textbook", () => {
    // mean difference: Σ|x − y| / (2 n² mean) over 1, 2, 3, 4 is 20 / (2 · 16 · 2.5)
    expect(concentration([2, 4, 1, 3])!.gini).toBeCloseTo(0.25, 12);
  });

  it("says nothing of amounts that add up to nothing", () => {
    expect(concentration([])).toBeNull();
    expect(concentration([5, -5])).toBeNull();
  });
});
