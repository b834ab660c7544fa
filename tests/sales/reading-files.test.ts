import { describe, expect, it } from "vitest";
import { scratchWorkspace } from "../scratch-workspace.js";
import { header, openLines, openText } from "./tiny-shop.js";

const workspace = scratchWorkspace();
const line = "1001,85123A,LIGHT,6,2011-03-01 08:26:00,2.55,17850,United Kingdom";
const columns =
  "invoice, sku, description, quantity, strftime(invoiced_at, '%Y-%m-%d %H:%M') AS at, price, customer, country, revenue";
const read = {
  invoice: "1001",
  sku: "85123A",
  description: "LIGHT",
  quantity: 6,
  price: 2.55,
  country: "United Kingdom",
  revenue: 15.3,
};

async function rowsOf(content: string | Uint8Array, name = "shop.csv") {
  const sales = await openText(workspace, name, content);
  const rows = (await sales.query(`SELECT ${columns} FROM rows ORDER BY "row"`)).objects();
  sales.close();
  return rows;
}

describe("a file of transactions", () => {
  it("is read under the headers of both editions, whatever their case", async () => {
    const expected = [{ ...read, at: "2011-03-01 08:26", customer: "17850" }];
    expect(await rowsOf(`${header}\n${line}\n`)).toEqual(expected);
    const first = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    expect(await rowsOf(`${first}\n${line}\n`)).toEqual(expected);
    expect(await rowsOf(`${first.toUpperCase()}\r\n${line}\r\n`)).toEqual(expected);
  });

  it.each([
    ["17850", "17850"],
    ["17850.0", "17850"],
    ['"17850"', "17850"],
    [" 17850 ", "17850"],
    ["B-7.0", "B-7.0"],
    ["007", "007"],
  ])("reads the customer id %s as %s", async (written, id) => {
    const [row] = await rowsOf(`${header}\n${line.replace("17850", written)}\n`);
    expect(row).toMatchObject({ customer: id });
  });

  it.each(["", "nan", "NaN", "NULL"])('takes the customer id "%s" for none', async (written) => {
    const [row] = await rowsOf(`${header}\n${line.replace("17850", written)}\n${line}\n`);
    expect(row).toMatchObject({ customer: null });
  });

  it.each([
    ["2011-03-25 08:26:00", "2011-03-25 08:26"],
    ["2011-03-25T08:26", "2011-03-25 08:26"],
    ["25/03/2011 08:26", "2011-03-25 08:26"],
    ["25.03.2011 08:26", "2011-03-25 08:26"],
    ["3/25/2011 8:26", "2011-03-25 08:26"],
    ["3/25/11 8:26", "2011-03-25 08:26"],
    ["40627.351388889", "2011-03-25 08:26"],
  ])("reads the date %s", async (written, at) => {
    const [row] = await rowsOf(`${header}\n${line.replace("2011-03-01 08:26:00", written)}\n`);
    expect(row).toMatchObject({ at });
  });

  it("refuses dates that can be read in two ways", async () => {
    await expect(openLines(workspace, [line.replace("2011-03-01 08:26:00", "01/03/2011 08:26")])).rejects.toThrow(
      'dates in shop.csv can be read in two ways: "01/03/2011 08:26" is 1 March 2011 as day/month/year and 3 January 2011 as month/day/year; choose with --dates day/month/year or --dates month/day/year',
    );
  });

  it("finds the delimiter, the byte-order mark, quoted commas and line breaks by itself", async () => {
    const quoted = line.replace("LIGHT", '"A ""big"", red\nlight"');
    expect(await rowsOf(`\ufeff${header}\n${quoted}\n`)).toMatchObject([{ description: 'A "big", red\nlight' }]);
    for (const delimiter of [";", "\t", "|"]) {
      expect(await rowsOf(`${header}\n${line}\n`.replaceAll(",", delimiter))).toMatchObject([{ description: "LIGHT" }]);
    }
  });

  it("reads latin-1 where the bytes are no UTF-8", async () => {
    const text = `${header}\n${line.replace("LIGHT", "VOUCHER £50")}\n`;
    expect(await rowsOf(Buffer.from(text, "latin1"))).toMatchObject([{ description: "VOUCHER £50" }]);
    expect(await rowsOf(Buffer.from(text, "utf8"))).toMatchObject([{ description: "VOUCHER £50" }]);
  });

  it("keeps the order of the file and every row of it", async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => line.replace("1001", String(i + 1)));
    const sales = await openLines(workspace, lines);
    const invoices = (await sales.query('SELECT invoice FROM rows ORDER BY "row"')).array("invoice");
    expect(invoices).toEqual(lines.map((_, i) => String(i + 1)));
    sales.close();
  });

  it("adds money up without a rounding error", async () => {
    const lines = Array.from({ length: 1000 }, (_, i) =>
      line.replace("2.55", "0.1").replace("1001", String(i)).replace(",6,", ",1,"),
    );
    const sales = await openLines(workspace, lines);
    expect(sales.ledger.at(-1)!.revenue).toBe(100);
    sales.close();
  });

  it("takes headers that the user names", async () => {
    const content = `${header.replace("Customer ID", "Buyer")}\n${line}\n`;
    const sales = await openText(workspace, "named.csv", content, { columns: { customer: "Buyer" } });
    expect(sales.ledger.at(-1)!.customers).toBe(1);
    sales.close();
  });
});

describe("a bad file", () => {
  const fails = (name: string, content: string | Uint8Array) => expect(openText(workspace, name, content)).rejects;

  it("that is missing is named", async () => {
    const { openSales } = await import("../../src/sales/open-sales.js");
    await expect(openSales({ data: "nowhere.csv", workspace })).rejects.toThrow(
      'no file nowhere.csv; give --data a path, or "sample" for the synthetic shop',
    );
  });

  it("that is empty is said to be", async () => {
    await fails("empty.csv", "").toThrow("empty.csv is empty");
    await fails("header.csv", `${header}\n`).toThrow("header.csv has a header but no rows");
  });

  it("of text that is named .parquet is no Parquet", async () => {
    await fails("text.parquet", `${header}\n${line}\n`).toThrow(
      "text.parquet is not a Parquet file; if it is text, rename it to .csv",
    );
    await fails("cut.parquet", `PAR1${"x".repeat(40)}`).toThrow(/^cut\.parquet cannot be read as Parquet: /);
  });

  it("of bytes that is named .csv is no text", async () => {
    await fails("bytes.csv", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 255, 254])).toThrow(
      "bytes.csv is not a text file in UTF-8 or latin-1",
    );
  });

  it("of another kind is told what is read", async () => {
    await fails("shop.docx", "x").toThrow(
      "shop.docx is of a kind that is not read yet; save it as one of .parquet, .csv, .tsv, .txt",
    );
  });

  it("without a needed column names it and what was found", async () => {
    await fails("orders.csv", "Order,SKU,Qty\n1,2,3\n").toThrow(
      'no columns for "invoice", "invoice date", "price", "customer id" in orders.csv (found: Order, SKU, Qty); map them with --columns invoice=NAME,invoiced_at=NAME,price=NAME,customer=NAME (or amount=NAME for a line\'s total)',
    );
    await fails("guests.csv", `${header.replace("Customer ID,", "")}\n1,2,3,4,2011-01-01,5,6\n`).toThrow(
      'no column for "customer id" in guests.csv (found: Invoice, StockCode, Description, Quantity, InvoiceDate, Price, Country); map it with --columns customer=NAME',
    );
  });

  it.each([
    [
      line.replace(",6,", ",six,"),
      '1 of 3 rows of bad.csv cannot be read (33.3 %, over the 1.0 % that --max-rejects allows): Quantity "six" in line 3 is not a whole number',
    ],
    [
      line.replace(",6,", ",6.5,"),
      '1 of 3 rows of bad.csv cannot be read (33.3 %, over the 1.0 % that --max-rejects allows): Quantity "6.5" in line 3 is not a whole number',
    ],
    [
      line.replace("2.55", '"2,55"'),
      '1 of 3 rows of bad.csv cannot be read (33.3 %, over the 1.0 % that --max-rejects allows): Price "2,55" in line 3 is not a price',
    ],
    [
      line.replace("2011-03-01", "2011-13-01"),
      '1 of 3 rows of bad.csv cannot be read (33.3 %, over the 1.0 % that --max-rejects allows): InvoiceDate "2011-13-01 08:26:00" in line 3 is not a date',
    ],
    [
      line.replace("1001", ""),
      '1 of 3 rows of bad.csv cannot be read (33.3 %, over the 1.0 % that --max-rejects allows): Invoice "" in line 3 is not an invoice number',
    ],
    [
      `${line},more`,
      'the row "1001,85123A,LIGHT,6,2011-03-01 08:26:00,2.55,17850,United Ki…" in line 3 has 9 values where the header has 8',
    ],
  ])("with the line %s says where and why", async (bad, message) => {
    await fails("bad.csv", `${header}\n${line}\n${bad}\n${line}\n`).toThrow(message);
  });

  it("whose rows all go says which step took them", async () => {
    const lines = [line.replace("85123A", "POST"), line.replace("17850", "")];
    await expect(openLines(workspace, lines)).rejects.toThrow(
      'cleaning leaves no sales of shop.csv: the step "goods" (goods, not postage, fees, discounts or tests) took the last 1 rows; say which codes are goods with --goods PATTERN',
    );
    await expect(openLines(workspace, [line.replace("17850", "")])).rejects.toThrow(
      'the step "identified" (the customer is known) took the last 1 rows',
    );
    await expect(openLines(workspace, [line.replace("2.55", "0")])).rejects.toThrow('the step "sales"');
    const sales = await openLines(workspace, [line.replace("85123A", "POST")], { goods: ".*" });
    expect(sales.ledger.at(-1)!.rows).toBe(1);
    sales.close();
  });

  it("never reaches a statement through its names", async () => {
    const evil = "a'); DROP TABLE rows; --.csv";
    const sales = await openText(workspace, evil, `${header},"x""; DROP TABLE rows; --"\n${line},y\n`);
    expect(sales.ledger[0]!.rows).toBe(1);
    sales.close();
    await expect(openLines(workspace, [line], { goods: "(" })).rejects.toThrow(
      "a pattern of the cleaning is not a regular expression: ",
    );
  });
});
