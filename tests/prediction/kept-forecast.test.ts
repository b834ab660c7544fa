import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type BacktestOptions, backtestOrders } from "../../src/prediction/backtest-orders.js";
import { purchaseForecast } from "../../src/prediction/purchase-forecast.js";
import { openSales, type Sales } from "../../src/sales/open-sales.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const done: string[] = [];

vi.mock("../../src/prediction/choose-purchases.js", async (importOriginal) => {
  const actual = await importOriginal<typeof import("../../src/prediction/choose-purchases.js")>();
  const counted: typeof actual.choosePurchases = (summary, ...more) => {
    done.push("fitted");
    return actual.choosePurchases(summary, ...more);
  };
  return { ...actual, choosePurchases: counted };
});

const workspace = scratchWorkspace();
const cache = join(workspace.root, "kept");
const backtest = (sales: Sales, options: BacktestOptions = {}) =>
  backtestOrders(sales, { origins: 2, cache, ...options });
let sales: Sales;
beforeAll(async () => {
  sales = await openSales({ data: "sample", workspace });
});
afterAll(() => sales.close());
beforeEach(() => {
  done.length = 0;
});

it("does not make a back-test or a forecast of the same sales twice, also where they are opened anew", async () => {
  const first = [await backtest(sales), await purchaseForecast(sales, { cache })];
  expect(done.splice(0)).toHaveLength(3);
  const again = await openSales({ data: "sample", workspace });
  try {
    expect([await backtest(again), await purchaseForecast(again, { cache })]).toEqual(first);
    expect(done).toEqual([]);
  } finally {
    again.close();
  }
  expect(await backtest(sales, { cache: false })).toEqual(first[0]);
  expect(done).toHaveLength(2);
});

it("makes it anew for another period, another day and other sales", async () => {
  await backtest(sales, { horizonDays: 60, origins: 1 });
  expect(done.splice(0)).toHaveLength(1);
  await backtest(sales, { asOf: "2011-09-01", origins: 1 });
  expect(done.splice(0)).toHaveLength(1);
  const fewer = await openSales({ data: "sample", workspace, goods: "^[0-9]{4}[0-8]" });
  try {
    await backtest(sales);
    expect(done.splice(0)).toEqual([]);
    await backtest(fewer);
    expect(done).toHaveLength(2);
  } finally {
    fewer.close();
  }
});
