import { formatNumber, formatShare } from "../core/format.js";
import type { MonthlySales } from "../sales/exploration/monthly-sales.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortAxis, tone } from "./theme.js";

const bases = ["all orders", "orders of known customers"];
const kinds = ["bought before", "new in the file"];
const width = 560;

/**
 * Shows orders and customers by month: orders on both bases, known customers by whether they bought before.
 *
 * @param months `await monthlySales(sales)`; months covered in part are drawn pale
 * @returns a Vega-Lite chart, for `show()`
 */
export function monthlyOrders(months: readonly MonthlySales[]): Chart {
  // in the first month everybody is new to the file
  const whole = months.slice(1).filter((month) => !month.partial && month.customers > 0);
  const best = whole.reduce<MonthlySales | undefined>(
    (most, month) => (most && most.customers >= month.customers ? most : month),
    undefined,
  );
  const message = best
    ? `${best.month} has the most customers: ${formatNumber(best.customers)}, ` +
      `${formatShare(1 - best.newCustomers / best.customers, 0)} of whom had bought before`
    : "No month after the first is covered in full";
  const rows = months.map((month) => ({
    ...month,
    start: `${month.month}-01`,
    covered: month.partial ? "in part" : "in full",
    returning: month.customers - month.newCustomers,
  }));
  const x = {
    field: "month",
    type: "ordinal",
    title: null,
    axis: { labelAngle: -45, labelOverlap: "greedy", labelSeparation: 3 },
  };
  const opacity = { condition: { test: "datum.partial", value: 0.4 }, value: 1 };
  const shared = [
    { field: "month", type: "nominal", title: "month" },
    { field: "covered", type: "nominal", title: "covered" },
  ];
  return createChart(`Orders and customers by month. ${message}.`, {
    title: chartTitle(message, months.some(({ partial }) => partial) ? "pale: a month covered in part" : ""),
    spacing: 14,
    resolve: { scale: { color: "independent" } },
    vconcat: [
      {
        width,
        height: 150,
        data: {
          values: rows.flatMap((month) => [
            { ...base(month), kind: bases[0], orders: month.allOrders },
            { ...base(month), kind: bases[1], orders: month.identifiedOrders },
          ]),
        },
        encoding: {
          x,
          y: { field: "orders", type: "quantitative", title: "orders a month", axis: shortAxis },
          color: colour(bases, [tone.soft, tone.main]),
          tooltip: [...shared, { field: "kind", type: "nominal", title: "basis" }, count("orders")],
        },
        layer: [
          { mark: { type: "line", strokeWidth: 2 } },
          { mark: { type: "point", filled: true, size: 40 }, encoding: { opacity } },
        ],
      },
      {
        width,
        height: 150,
        data: {
          values: rows.flatMap((month) => [
            { ...base(month), kind: kinds[0], order: 0, customers: month.returning },
            { ...base(month), kind: kinds[1], order: 1, customers: month.newCustomers },
          ]),
        },
        mark: { type: "bar", width: Math.min(40, Math.max(2, 500 / Math.max(1, months.length))) },
        encoding: {
          x,
          y: { field: "customers", type: "quantitative", title: "known customers a month", axis: shortAxis },
          color: colour(kinds, [tone.main, tone.added]),
          order: { field: "order", type: "quantitative" },
          opacity,
          tooltip: [...shared, { field: "kind", type: "nominal", title: "who" }, count("customers")],
        },
      },
    ],
  });
}

function base({ month, partial, covered }: { month: string; partial: boolean; covered: string }) {
  return { month, partial, covered };
}

function colour(domain: readonly string[], range: readonly string[]): Record<string, unknown> {
  return { field: "kind", type: "nominal", title: null, scale: { domain, range }, legend: { orient: "top" } };
}

function count(field: string): Record<string, unknown> {
  return { field, type: "quantitative", title: field, format: "," };
}
