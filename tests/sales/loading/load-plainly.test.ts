import { describe, expect, it } from "vitest";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { header, openText } from "../tiny-shop.js";

const workspace = scratchWorkspace();
// as many as decide that a file is plainly written
const plain = Array.from(
  { length: 2100 },
  (_, i) => `${i + 1},10000,A,2,2011-01-01 10:${String(i % 60).padStart(2, "0")}:00,1.50,7,France`,
);
const open = (row: string, options = {}) =>
  openText(workspace, "shop.csv", `${[header, ...plain, row].join("\n")}\n`, options);

describe("a file whose first rows are plainly written", () => {
  it.each([
    ["a price with a currency sign", '9001,10000,A,2,2011-01-02 10:00:00,"£1,234.50",7,France', { price: 1234.5 }],
    ["a moment with an offset from UTC", "9001,10000,A,2,2011-01-02 10:00:00+05:00,1.50,7,France", { hour: 10 }],
    ["a day without a time", "9001,10000,A,2,2011-01-02,1.50,7,France", { hour: 0 }],
    ["a quantity with decimals of nought", "9001,10000,A,2.0,2011-01-02 10:00:00,1.50,7,France", { quantity: 2 }],
  ])("is read with %s further on", async (_, row, expected) => {
    const sales = await open(row);
    expect(sales.rejects.rows).toBe(0);
    const [last] = await sales.rows(
      `SELECT price, quantity, hour(invoiced_at) AS hour FROM rows WHERE invoice = '9001'`,
    );
    sales.close();
    expect(last).toMatchObject(expected);
  });

  it.each([
    ["half a piece", "9001,10000,A,1.5,2011-01-02 10:00:00,1.50,7,France", "Quantity", "1.5"],
    ["no price", "9001,10000,A,1,2011-01-02 10:00:00,,7,France", "Price", null],
    ["a day that is none", "9001,10000,A,1,2011-02-31 10:00:00,1.50,7,France", "InvoiceDate", "2011-02-31 10:00:00"],
    ["the year 20111", "9001,10000,A,1,20111-02-01 10:00:00,1.50,7,France", "InvoiceDate", "20111-02-01 10:00:00"],
  ])("has %s further on set aside, with its line", async (_, row, column, value) => {
    const sales = await open(row);
    expect(await sales.rows("SELECT line, column_name, value FROM rejects")).toEqual([
      { line: 2102, column_name: column, value },
    ]);
    expect((await sales.rows("SELECT count(*) AS n FROM rows"))[0]).toEqual({ n: 2100 });
    sales.close();
  });

  it("keeps six decimals of a price", async () => {
    const sales = await open("9001,10000,A,1000,2011-01-02 10:00:00,0.012345,7,France");
    const [last] = await sales.rows("SELECT price, revenue FROM rows WHERE invoice = '9001'");
    sales.close();
    expect(last).toEqual({ price: 0.012345, revenue: 12.345 });
  });
});
