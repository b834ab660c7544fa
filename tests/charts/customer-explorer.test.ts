import { expect, test } from "vitest";
import { customerExplorer } from "../../src/charts/customer-explorer.js";
import { CustomerCard } from "../../src/features/customer-card.js";
import { render } from "./render.js";

const card = (customer: string, orders: number) =>
  new CustomerCard({
    ...{ customer, asOf: "2011-03-01", currency: "GBP" },
    features: [
      {
        name: "net_revenue",
        group: "Value",
        unit: "currency",
        definition: "d",
        value: 40,
        percentile: 0.5,
        missing: null,
      },
      {
        name: "orders",
        group: "Cadence",
        unit: "orders",
        definition: "d",
        value: orders,
        percentile: 1,
        missing: null,
      },
      {
        name: "gap_cv",
        group: "Cadence",
        unit: "ratio",
        definition: "d",
        value: null,
        percentile: null,
        missing: "one order",
      },
    ],
    orders: Array.from({ length: orders }, (_, i) => ({
      ...{ invoice: `${customer}${i}`, day: `2011-0${i + 1}-05`, lines: 1, units: 2, gross: 30 },
      ...(i === 0 ? { net: 20, returned: 10 } : { net: 30, returned: 0 }),
    })),
  });
const chart = customerExplorer([{ card: card("7", 2), why: "the best" }, { card: card("8", 1) }]);

test("shows the first customer, and another when it is chosen", async () => {
  const { view, marks, warnings } = await render(chart);
  const texts = () => marks().flatMap(({ text }) => text ?? []);
  const orders = () => marks().filter(({ mark }) => mark.marktype === "rule");
  expect(texts()).toEqual(["£40.00", "2 orders", "–"]);
  // the first order and what came back of it, the second order
  expect(orders().map(({ datum }) => [datum.invoice, datum.part])).toEqual([
    ["70", "kept"],
    ["70", "returned"],
    ["71", "kept"],
  ]);
  await view.signal("customer", 1).runAsync();
  expect(texts()).toEqual(["£40.00", "1 order", "–"]);
  expect(orders().map(({ datum }) => datum.invoice)).toEqual(["80", "80"]);
  expect(warnings).toEqual([]);
});

test("draws a bar to the share of customers, and none for an empty value", async () => {
  const { marks } = await render(chart);
  const bars = marks().filter(({ mark }) => mark.marktype === "rect");
  // a light one behind each
  expect(bars.map(({ datum }) => datum.name).sort()).toEqual(["net_revenue", "net_revenue", "orders", "orders"]);
});

test("says why each customer can be chosen", () => {
  const [param] = chart.params as [{ bind: { labels: string[] } }];
  expect(param.bind.labels).toEqual(["7 · the best", "8"]);
});
