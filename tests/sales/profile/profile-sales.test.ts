import { describe, expect, it } from "vitest";
import type { Sales } from "../../../src/sales/open-sales.js";
import { findingRows } from "../../../src/sales/profile/finding-rows.js";
import { profileSales } from "../../../src/sales/profile/profile-sales.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { openLines, openText } from "../tiny-shop.js";

const workspace = scratchWorkspace();

/** Two weeks of plain trade from Monday 2011-01-03, one line a weekday, and the given lines. */
async function shop(lines: readonly string[], options = {}): Promise<Sales> {
  const plain = [3, 4, 5, 6, 7, 10, 11, 12, 13, 14].map(
    (day, i) => `5000${i},10001,CUP,2,2011-01-${String(day).padStart(2, "0")} 10:00:00,1.50,111,France`,
  );
  return openLines(workspace, [...plain, ...lines], options);
}

async function found(sales: Sales, name: string) {
  const { findings } = await profileSales(sales);
  const finding = findings.find((one) => one.finding === name);
  if (!finding) return undefined;
  const rows = (await findingRows(sales, finding)).objects() as { row: number }[];
  return { ...finding, places: rows.map(({ row }) => row) };
}

describe("a finding", () => {
  it("counts its rows, their revenue without sign and what is left of it in sales, and fetches the rows", async () => {
    const sales = await shop([
      "60000,10001,CUP,4,2011-01-12 10:00:00,1.50,,France",
      "60001,10001,CUP,-1,2011-01-12 11:00:00,1.50,,France",
    ]);
    expect(await found(sales, "customer-missing")).toMatchObject({
      severity: "warning",
      title: "Rows without a customer: 2 rows",
      rows: 2,
      revenue: 7.5,
      rowsInSales: 0,
      places: [11, 12],
    });
    sales.close();
  });

  it.each([
    [
      "invoice-customers",
      "1 invoice, 2 rows",
      [
        "60000,10001,CUP,4,2011-01-12 10:00:00,1.50,222,France",
        "60000,10001,CUP,1,2011-01-12 10:00:00,1.50,333,France",
      ],
    ],
    [
      "invoice-times",
      "1 invoice, 2 rows",
      [
        "60000,10001,CUP,4,2011-01-12 10:00:00,1.50,222,France",
        "60000,10001,CUP,1,2011-01-12 10:01:00,1.50,222,France",
      ],
    ],
    [
      "invoice-countries",
      "1 invoice, 2 rows",
      ["60000,10001,CUP,4,2011-01-12 10:00:00,1.50,222,France", "60000,10001,CUP,1,2011-01-12 10:00:00,1.50,222,Spain"],
    ],
    [
      "customer-countries",
      "1 customer, 2 rows",
      ["60000,10001,CUP,4,2011-01-12 10:00:00,1.50,222,France", "60001,10001,CUP,1,2011-01-12 10:00:00,1.50,222,Spain"],
    ],
    ["sku-descriptions", "1 code, 1 row", ["60000,10001,MUG,4,2011-01-12 10:00:00,1.50,222,France"]],
    ["price-spread", "1 code, 1 row", ["60000,10001,CUP,4,2011-01-12 10:00:00,7.51,222,France"]],
    [
      "repeats",
      "1 row",
      [
        "60000,10001,CUP,4,2011-01-12 10:00:00,1.50,222,France",
        "60000,10001,CUP,4,2011-01-12 10:00:00,1.50,222,France",
      ],
    ],
    ["no-goods", "1 code, 1 row", ["60000,POST,POSTAGE,1,2011-01-12 10:00:00,4,222,France"]],
    ["price-negative", "1 row", ["A60000,B,Adjust,1,2011-01-12 10:00:00,-4,,France"]],
    ["price-zero", "1 row", ["60000,10001,CUP,1,2011-01-12 10:00:00,0,222,France"]],
    ["taken-out-unpriced", "1 row", ["60000,10001,lost,-9,2011-01-12 10:00:00,0,,France"]],
    [
      "cancelled-but-positive",
      "1 row",
      [
        "C60000,10001,CUP,1,2011-01-12 10:00:00,1.50,222,France",
        "C60001,10001,CUP,-1,2011-01-12 10:00:00,1.50,222,France",
      ],
    ],
    ["quantity-zero", "1 row", ["60000,10001,CUP,0,2011-01-12 10:00:00,1.50,222,France"]],
    ["description-missing", "1 row", ["60000,10001,,1,2011-01-12 10:00:00,1.50,222,France"]],
    ["country-missing", "1 row", ["60000,10001,CUP,1,2011-01-12 10:00:00,1.50,222,"]],
    ["isolated-dates", "1 row", ["60000,10001,CUP,1,2015-01-12 10:00:00,1.50,222,France"]],
  ])("%s is found", async (name, size, lines) => {
    const clean = await shop([]);
    expect(await found(clean, name)).toBeUndefined();
    clean.close();
    const sales = await shop(lines);
    expect((await found(sales, name))?.size).toBe(size);
    sales.close();
  });

  it("names extreme purchases that were cancelled at their own price, and those that stand", async () => {
    const sales = await shop([
      "60000,10001,CUP,9000,2011-01-12 10:00:00,1.50,222,France",
      "C60001,10001,CUP,-9000,2011-01-12 10:10:00,1.50,222,France",
      "60002,10001,CUP,8000,2011-01-12 11:00:00,1.50,333,France",
    ]);
    expect(await found(sales, "extreme-undone")).toMatchObject({
      revenue: 27000,
      size: "1 purchase, 2 rows",
      places: [11, 12],
    });
    expect(await found(sales, "extreme-kept")).toMatchObject({ revenue: 12000, places: [13] });
    expect(await found(sales, "returned-more-than-bought")).toMatchObject({ size: "1 customer, 2 rows" });
    sales.close();
  });

  it("tells the checks that this cleaning makes impossible from those that found nothing", async () => {
    const sales = await shop([], { cleaning: "naive" });
    const { passed, skipped } = await profileSales(sales);
    expect(skipped).toContain("a stretch of time that stands in the file twice");
    expect(passed).not.toContain("a stretch of time that stands in the file twice");
    expect(passed).toContain("invoices with more than one customer");
    sales.close();
  });

  it("stands above one that touches less revenue", async () => {
    const sales = await shop(["60000,POST,POSTAGE,1,2011-01-12 10:00:00,4,,France"]);
    const { findings } = await profileSales(sales);
    const revenues = findings.map(({ revenue }) => revenue);
    expect(revenues).toEqual([...revenues].sort((a, b) => b - a));
    sales.close();
  });
});

describe("the columns", () => {
  it("are counted with their top, extreme and middle values, ties by value", async () => {
    const sales = await openLines(workspace, [
      "50001,10001,CUP,2,2011-01-03 10:00:00,1.50,111,France",
      "50002,10002,PLATE,2,2011-01-04 10:00:00,0.02,,France",
      "50003,10002,,-5,2011-01-05 10:00:00,2.50,112,France",
      "50004,10001,CUP,100,2011-01-06 10:00:00,0,112,France",
    ]);
    const { columns } = await profileSales(sales);
    const of = (name: string) => columns.find(({ column }) => column === name)!;
    expect(of("description")).toMatchObject({ type: "text", missing: 1, distinct: 2, unique: 1 });
    expect(of("sku").top).toEqual([
      { value: "10001", rows: 2 },
      { value: "10002", rows: 2 },
    ]);
    expect(of("quantity")).toMatchObject({
      mean: 24.75,
      zero: 0,
      negative: 1,
      least: [
        { value: -5, rows: 1 },
        { value: 2, rows: 2 },
        { value: 100, rows: 1 },
      ],
    });
    expect(of("quantity").quantiles.find(({ share }) => share === 0.5)).toEqual({ share: 0.5, value: 2 });
    expect(of("quantity").bins).toEqual([
      { from: -5, to: -2, rows: 1 },
      { from: 2, to: 5, rows: 2 },
      { from: 100, to: 200, rows: 1 },
    ]);
    expect(of("price").bins.map(({ from, rows }) => [from, rows])).toEqual([
      [0, 1],
      [0.02, 1],
      [1, 1],
      [2, 1],
    ]);
    expect(of("invoiced_at")).toMatchObject({ type: "time", mean: null, bins: [] });
    expect(of("invoiced_at").least[0]).toEqual({ value: "2011-01-03 10:00", rows: 1 });
    sales.close();
  });

  it("that the file does not have are missing in every row", async () => {
    const sales = await openText(
      workspace,
      "bare.csv",
      "Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n1,10001,2,2011-01-03 10:00:00,1.5,111\n2,10001,2,2011-01-04 10:00:00,1.5,112\n",
    );
    const { columns, findings } = await profileSales(sales);
    expect(columns.find(({ column }) => column === "country")).toMatchObject({
      missing: 2,
      distinct: 0,
      top: [],
      least: [],
    });
    expect(findings.map(({ finding }) => finding)).toContain("country-missing");
    sales.close();
  });
});

it("comes out the same twice", async () => {
  const sales = await shop(["60000,10001,CUP,4,2011-01-12 10:00:00,1.50,,France"]);
  expect(JSON.stringify(await profileSales(sales))).toBe(JSON.stringify(await profileSales(sales)));
  sales.close();
});
