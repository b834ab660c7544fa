import { expect, test } from "vitest";
import { overBought, segmentSales } from "../../../src/segments/hand-over/segment-sales.js";
import { openLines } from "../../sales/tiny-shop.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

const workspace = scratchWorkspace();

// 2011-01-03 is a Monday; a return of customer 7 in February; ids as hostile as a file may hold them
const odd = "'); DROP TABLE rows; --";
const lines = [
  "1,10000,RED BAG,2,2011-01-03 09:10:00,5.00,7,France",
  "1,10001,BLUE MUG,1,2011-01-03 09:10:00,5.00,7,France",
  "C2,10000,RED BAG,-1,2011-02-01 10:00:00,5.00,7,France",
  "3,10000,RED BAG,1,2011-01-04 10:00:00,5.00,8,France",
  `4,10001,BLUE MUG,4,2011-03-04 11:00:00,5.00,"${odd}",Spain`,
  `5,10002,TEA,1,2011-03-05 11:00:00,5.00,"${odd}",Spain`,
  "6,10002,TEA,1,2011-03-05 11:00:00,5.00,9,Spain",
];

test("counts what a group buys net of returns, how often beside the shop, and when; ids never stand in a query", async () => {
  const sales = await openLines(workspace, lines);
  const grouped = { customers: ["7", "8", "9", odd], groups: Int32Array.of(0, 0, -1, 1) };
  const salesOf = await segmentSales(sales, grouped);
  const again = await segmentSales(sales, {
    customers: grouped.customers.toReversed(),
    groups: grouped.groups.toReversed(),
  });
  sales.close();
  const [first, second] = [salesOf(0), salesOf(1)];
  expect(again(0)).toEqual(first);
  expect(
    first.products.map(({ sku, description, customers, revenue }) => [sku, description, customers, revenue]),
  ).toEqual([
    ["10000", "RED BAG", 2, 10],
    ["10001", "BLUE MUG", 1, 5],
  ]);
  expect(first.products.map(({ revenueShare }) => revenueShare)).toEqual([2 / 3, 1 / 3]);
  // 2 of the group's 3 purchases against 2 of the shop's 6
  expect(first.products[0]!.lift).toBeCloseTo(2 / 3 / (2 / 6), 12);
  expect(second.products.map(({ sku }) => sku)).toEqual(["10001", "10002"]);
  expect(first.hours).toEqual([
    expect.objectContaining({ weekday: 0, hour: 9, orders: 1 }),
    expect.objectContaining({ weekday: 1, hour: 10, orders: 1 }),
  ]);
  expect(second.months.map(({ month, orders, shopOrders }) => [month, orders, shopOrders])).toEqual([
    ["2011-01", 0, 2],
    ["2011-03", 2, 3],
  ]);
  // three products share no word ten times
  expect(first.kinds).toEqual([]);
  expect(salesOf(5).products).toEqual([]);
});

test("leaves the engine as it was, also where counting fails", async () => {
  const sales = await openLines(workspace, lines);
  const tables = () => sales.rows("SELECT table_name FROM duckdb_tables() ORDER BY 1");
  const before = await tables();
  await segmentSales(sales, { customers: ["7"], groups: [0] });
  const broken = { database: { ...sales.database, rows: () => Promise.reject(new Error("no")) } };
  await expect(segmentSales(broken, { customers: ["7"], groups: [0] })).rejects.toThrow("no");
  expect(await tables()).toEqual(before);
  sales.close();
});

test("takes for a preference what enough customers share, the surest first", () => {
  const product = (sku: string, customers: number, atLeast: number) => ({
    ...{ sku, description: null, customers, revenue: 1, revenueShare: 0.1, lift: 3, atLeast },
  });
  const products = [
    product("rare", 4, 2),
    product("sure", 40, 2.5),
    product("weak", 40, 0.9),
    product("fair", 20, 1.5),
  ];
  expect(overBought(products, 100, 10).map(({ sku }) => sku)).toEqual(["sure", "fair"]);
  expect(overBought(products, 1500, 10).map(({ sku }) => sku)).toEqual(["sure"]);
});
