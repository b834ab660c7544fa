import { formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
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
}

/**
 * Shows how much of each month's new customers orders again, month after month.
 *
 * @param cells one entry a cohort and age; age 0 gives the size of the cohort
 * @returns a Vega-Lite chart, for `show()`
 */
export function cohortRetention(cells: readonly CohortCell[]): Chart {
  const sizes = new Map(cells.filter((cell) => cell.age === 0).map((cell) => [cell.cohort, cell.customers]));
  const later = cells.filter((cell) => cell.age > 0);
  const ages = [1, 12, 6, 3].filter((age) => later.some((cell) => cell.age === age)).slice(0, 2);
  const message =
    ages.length === 0
      ? "No cohort is old enough to order again"
      : `Of new customers, ${ages
          .sort((a, b) => a - b)
          .map((age, i) => `${formatShare(returning(later, sizes, age))} order ${i === 0 ? "again " : ""}${when(age)}`)
          .join(", ")}`;
  const x = { field: "age", type: "ordinal", title: "months since the first order", axis: { labelAngle: 0 } };
  const y = { field: "cohort", type: "ordinal", title: "month of the first order" };
  const greatest = Math.max(0.01, ...later.map((cell) => cell.share));
  return createChart(`Cohort heat map: share of each month's new customers who order again. ${message}.`, {
    title: chartTitle(message, "first column: how many customers the cohort has"),
    width: chartWidth - 140,
    height: { step: 17 },
    encoding: { x, y },
    layer: [
      {
        data: { values: later },
        mark: { type: "rect", stroke: "white", strokeWidth: 1 },
        encoding: {
          color: {
            field: "share",
            type: "quantitative",
            title: "order again",
            scale: { range: sequentialRange, domain: [0, greatest] },
            legend: { format: ".0%" },
          },
          tooltip: [
            { field: "cohort", type: "nominal", title: "first order" },
            { field: "age", type: "quantitative", title: "months later" },
            { field: "customers", type: "quantitative", title: "customers who order", format: "," },
            { field: "share", type: "quantitative", title: "share of the cohort", format: ".1%" },
          ],
        },
      },
      {
        data: { values: cells.filter((cell) => cell.age === 0) },
        mark: { type: "text", fontSize: 9, color: tone.soft },
        encoding: { text: { field: "customers", type: "quantitative", format: "d" } },
      },
    ],
  });
}

function when(age: number): string {
  return age === 1 ? "in the next month" : `in month ${age}`;
}

// over all cohorts that are old enough, each customer counting once; a cell that is absent counts as nobody
function returning(cells: readonly CohortCell[], sizes: ReadonlyMap<string, number>, age: number): number {
  const last = Math.max(...cells.map((cell) => monthNumber(cell.cohort) + cell.age));
  let all = 0;
  for (const [cohort, size] of sizes) if (monthNumber(cohort) + age <= last) all += size;
  return cells.reduce((sum, cell) => (cell.age === age ? sum + cell.customers : sum), 0) / all;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
