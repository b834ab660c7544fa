import { expect, test } from "vitest";
import { toCsv } from "../../../src/sales/synthetic/to-csv.js";

const row = {
  ...{ invoice: "C400001", sku: "20101A", description: "ACORN MUG", quantity: -2 },
  ...{ invoicedAt: "2010-12-01 08:26:00", pence: 295, customer: 12345, country: "France" },
};
const lineOf = (change: Partial<typeof row>) => new TextDecoder().decode(toCsv([{ ...row, ...change }])).split("\n")[1];

test("writes a row plainly where nothing needs quotes", () => {
  expect(lineOf({})).toBe("C400001,20101A,ACORN MUG,-2,2010-12-01 08:26:00,2.95,12345,France");
});

test("quotes commas, quotes and line feeds after RFC 4180", () => {
  expect(lineOf({ description: 'TAGS, 12" LONG' })).toContain(',"TAGS, 12"" LONG",');
});

test("leaves the customer of a guest and a missing description empty", () => {
  expect(lineOf({ customer: 0, description: "" })).toBe("C400001,20101A,,-2,2010-12-01 08:26:00,2.95,,France");
});

test("writes prices with two decimals, small, zero and negative ones too", () => {
  const prices = [0, 5, 42, 100, -1_106_212].map((pence) => lineOf({ pence })!.split(",")[5]);
  expect(prices).toEqual(["0.00", "0.05", "0.42", "1.00", "-11062.12"]);
});

test("writes UTF-8", () => {
  expect(lineOf({ description: "VOUCHER £20" })).toContain("VOUCHER £20");
  expect(toCsv([{ ...row, description: "£" }]).length - toCsv([{ ...row, description: "L" }]).length).toBe(1);
});
