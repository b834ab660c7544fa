import { formatMoney, formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol } from "./short-number.js";
import { chartWidth, sequentialRange, tone } from "./theme.js";

/** How much of a cohort orders in a later month. */
export interface CohortCell {
  /** Month of the first order, yyyy-mm. */
  readonly cohort: string;
  /** Months since the first order; 0 is the month itself. */
  readonly age: number;
  /** Customers of the cohort who ordered in that month. */
  readonly customers: number;
  /** Their share of the cohort, 0 to 1. */
  readonly share: number;
  /** What they spent in that month, and that for every 1 spent in month 0. */
  readonly revenue?: number;
  readonly revenueShare?: number | null;
  /** True where the file covers the month only in part: drawn pale, and no part of the averages. */
  readonly partial?: boolean;
  /** True for the cohort with which the file begins: not new customers, and no part of the averages. */
  readonly opening?: boolean;
}

type Measure = "customers" | "revenue";

/**
 * Shows how much of each month's new customers orders again, month after month, or how much they spend.
 *
 * @param cells one entry a cohort and age; age 0 gives the size of the cohort
 * @param options `by`: `customers` where left out, or `revenue`; `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function cohortRetention(
  cells: readonly CohortCell[],
  options: { readonly by?: Measure; readonly currency?: string } = {},
): Chart {
  const { by = "customers", currency = "GBP" } = options;
  const symbol = currencySymbol(currency);
  const byRevenue = by === "revenue";
  const shareOf = (cell: CohortCell) => Math.max(0, (byRevenue ? cell.revenueShare : cell.share) ?? 0);
  const first = cells.filter((cell) => cell.age === 0);
  const later = cells.filter((cell) => cell.age > 0).map((cell) => ({ ...cell, value: shareOf(cell) }));
  const message = messageOf(cells, by, symbol);
  const x = { field: "age", type: "ordinal", title: "months since the first order", axis: { labelAngle: 0 } };
  const y = { field: "cohort", type: "ordinal", title: "month of the first order" };
  const greatest = Math.max(0.01, ...later.map(({ value }) => value));
  const notes = [
    `first column: ${byRevenue ? `what the cohort spent in its first month (${symbol.trim()})` : "how many customers the cohort has"}`,
    ...(cells.some(({ opening }) => opening) ? ["the first row is everybody who was buying when the file begins"] : []),
    ...(later.some(({ partial }) => partial) ? ["pale: a month covered in part"] : []),
  ];
  const money = byRevenue ? [{ field: "revenue", type: "quantitative", title: "they spend", format: ",.2f" }] : [];
  return createChart(
    byRevenue
      ? `Cohort heat map: what each month's new customers spend later, for every 1 spent at first. ${message}.`
      : `Cohort heat map: share of each month's new customers who order again. ${message}.`,
    {
      title: chartTitle(message, notes.join("; ")),
      width: chartWidth - 140,
      height: { step: 17 },
      encoding: { x, y },
      layer: [
        {
          data: { values: later },
          mark: { type: "rect", stroke: "white", strokeWidth: 1 },
          encoding: {
            color: {
              field: "value",
              type: "quantitative",
              title: byRevenue ? "spend again" : "order again",
              scale: { range: sequentialRange, domain: [0, greatest] },
              legend: { format: ".0%" },
            },
            opacity: { condition: { test: "datum.partial", value: 0.45 }, value: 1 },
            tooltip: [
              { field: "cohort", type: "nominal", title: "first order" },
              { field: "age", type: "quantitative", title: "months later" },
              { field: "customers", type: "quantitative", title: "customers who order", format: "," },
              ...money,
              {
                field: "value",
                type: "quantitative",
                title: byRevenue ? "of the first month's revenue" : "share of the cohort",
                format: ".1%",
              },
            ],
          },
        },
        {
          data: {
            values: first.map((cell) => ({
              ...cell,
              size: byRevenue ? fourLetters(cell.revenue ?? 0) : String(cell.customers),
            })),
          },
          mark: { type: "text", fontSize: 9, color: tone.soft },
          encoding: { text: { field: "size", type: "nominal" } },
        },
      ],
    },
  );
}

function messageOf(cells: readonly CohortCell[], by: Measure, symbol: string): string {
  const known = cells.filter((cell) => !cell.partial && !cell.opening);
  const ages = [1, 12, 6, 3]
    .filter((age) => known.some((cell) => cell.age === age))
    .slice(0, 2)
    .sort((a, b) => a - b);
  if (ages.length === 0) return "No cohort is old enough to order again";
  const parts = ages.map((age, i) => {
    const share = returning(known, age, by);
    if (by === "customers") return `${formatShare(share)} order ${i === 0 ? "again " : ""}${when(age)}`;
    return `${formatMoney(share, 2, symbol)} ${when(age)}`;
  });
  return by === "customers"
    ? `Of new customers, ${parts.join(", ")}`
    : `For every ${symbol}1 of their first month, new customers spend ${parts.join(", ")}`;
}

function fourLetters(amount: number): string {
  if (Math.abs(amount) >= 999_500) return `${formatNumber(amount / 1e6, 1)}M`;
  return Math.abs(amount) >= 999.5 ? `${formatNumber(amount / 1e3)}k` : formatNumber(amount);
}

function when(age: number): string {
  return age === 1 ? "in the next month" : `in month ${age}`;
}

// over all cohorts that are old enough, each customer or amount counting once; a cell that is absent counts as nothing
function returning(cells: readonly CohortCell[], age: number, by: Measure): number {
  const amount = (cell: CohortCell) => (by === "customers" ? cell.customers : (cell.revenue ?? 0));
  const last = Math.max(...cells.map((cell) => monthNumber(cell.cohort) + cell.age));
  const old = cells.filter((cell) => monthNumber(cell.cohort) + age <= last);
  const sum = (at: number) => old.reduce((total, cell) => (cell.age === at ? total + amount(cell) : total), 0);
  return sum(age) / sum(0);
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
