import { expect, test } from "vitest";
import { generateShop } from "../../../src/sales/synthetic/generate-shop.js";
import { layOutSheets } from "../../../src/sales/synthetic/sheets.js";
import { readShop, seamOf } from "./read-shop.js";

const rows = readShop(generateShop());

test("lets time run backwards exactly once", () => {
  const seams = rows.filter(({ time }, i) => i > 0 && time < rows[i - 1]!.time);
  expect(seams).toHaveLength(1);
  expect(seams[0]!.time.slice(0, 10)).toBe("2010-12-01");
});

test("repeats the nine days of the overlap one for one in the same order", () => {
  const seam = seamOf(rows);
  const inFirst = rows.slice(0, seam).filter(({ time }) => time >= "2010-12-01");
  const inSecond = rows.slice(seam).filter(({ time }) => time < "2010-12-10");
  expect(inFirst.length).toBeGreaterThan(1000);
  expect(inSecond.map(({ text }) => text)).toEqual(inFirst.map(({ text }) => text));
});

test("begins and ends on the first and last day of the period", () => {
  expect(rows[0]!.time.slice(0, 10)).toBe("2009-12-01");
  expect(rows.at(-1)!.time.slice(0, 10)).toBe("2011-12-09");
});

test("numbers invoices in order of time, and keeps one time, customer and country an invoice", () => {
  const second = rows.slice(seamOf(rows));
  const seen = new Map<string, string>();
  let last = 0;
  for (const { invoice, time, customer, country } of second) {
    const number = Number(invoice.replace(/^[AC]/, ""));
    expect(number).toBeGreaterThanOrEqual(last);
    last = number;
    const head = `${time}|${customer}|${country}`;
    expect(seen.get(invoice) ?? head).toBe(head);
    seen.set(invoice, head);
  }
});

test("lays one invoice of the overlap out twice and others once", () => {
  const open = { year: 2010, month: 12, weekday: 3, opens: 480, closes: 1080 };
  const days = ["2010-11-30", "2010-12-01", "2010-12-10"].map((date) => ({ date, ...open }));
  const draft = (day: number) => ({
    ...{ day, minute: 506, prefix: "" as const, customer: 12345, country: "France" },
    lines: [{ sku: "20101", description: "ACORN MUG", quantity: 2, pence: 295 }],
  });
  const laid = layOutSheets([draft(2), draft(1), draft(0)], days);
  expect(laid.map(({ invoice, invoicedAt }) => [invoice, invoicedAt])).toEqual([
    ["400001", "2010-11-30 08:26:00"],
    ["400002", "2010-12-01 08:26:00"],
    ["400002", "2010-12-01 08:26:00"],
    ["400003", "2010-12-10 08:26:00"],
  ]);
});
