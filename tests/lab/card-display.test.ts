import { expect, it } from "vitest";
import { CustomerCard } from "../../src/features/customer-card.js";
import { displayOf } from "../../src/lab/show.js";
import { sanitize } from "../../src/report/sanitize.js";

const feature = (name: string, value: number | string | null, percentile: number | null) =>
  ({
    name,
    group: "Value",
    unit: "text",
    definition: "what it is",
    value,
    percentile,
    missing: value === null ? "none" : null,
  }) as const;
const order = (n: number) => ({
  invoice: `<i>${n}`,
  day: "2011-01-01",
  lines: 1,
  units: 2,
  gross: 5,
  net: 3,
  returned: 2,
});
const card = new CustomerCard({
  customer: "</p><script>alert(1)</script>",
  asOf: "2011-02-01",
  currency: "GBP",
  features: [feature("country", "<img src=x onerror=alert(1)>", null), feature("orders", null, 0.25)],
  orders: Array.from({ length: 15 }, (_, i) => order(i + 1)),
});

it("writes a card as tables that hostile names cannot break, in pages too", () => {
  const { bundle } = displayOf(card);
  const source = String(bundle["text/html"]);
  expect(source).not.toMatch(/<script|<img|<i>/);
  expect(sanitize(source)).toContain("&lt;script&gt;");
  expect(source).toContain(">25 %<");
  expect(source).toContain("empty: none");
});

it("lists the latest orders and says how many more there are", () => {
  const source = String(displayOf(card).bundle["text/html"]);
  expect(source).toContain("The 15 orders, the latest first");
  expect(source).toContain("and 3 more");
  const invoices = [...source.matchAll(/&lt;i&gt;(\d+)/g)].map((match) => Number(match[1]));
  expect(invoices).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
});

it("reads as text outside a notebook", () => {
  expect(displayOf(card).text).toContain("2011-01-01");
  expect(displayOf(card).text).not.toContain("<td");
});
