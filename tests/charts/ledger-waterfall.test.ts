import { expect, test } from "vitest";
import { ledgerWaterfall } from "../../src/charts/ledger-waterfall.js";
import { render, titleOf } from "./render.js";

const counts = { customers: 1, invoices: 1, reason: "because" };
const ledger = [
  { step: "read", from: null, rows: 200, revenue: 1000, ...counts },
  { step: "known", from: "read", rows: 150, revenue: 1100, ...counts },
  { step: "returns", from: "known", rows: 20, revenue: -100, ...counts },
  { step: "sales", from: "known", rows: 120, revenue: 900, ...counts },
];

test("states the share of rows that are sales, their revenue and what returns take off", () => {
  expect(titleOf(ledgerWaterfall(ledger))).toBe("60.0 % of the rows are sales of £900; returns take £100 off");
  expect(titleOf(ledgerWaterfall(ledger, { currency: "EUR" }))).toContain("sales of €900; returns take €100 off");
});

test("says what a step took away or gave back, and nothing for the parts of a step", async () => {
  const { marks } = await render(ledgerWaterfall(ledger));
  const texts = marks().flatMap((mark) => (mark.mark.marktype === "text" ? [mark.text] : []));
  expect(texts).toEqual(["200", "150 (−50)", "20", "120", "£1,000", "£1,100 (+£100)", "−£100", "£900"]);
});
