import { formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol, shortMoney } from "./short-number.js";
import { chartWidth, shortAxis, tone } from "./theme.js";

/** The turnover of a calendar month on both bases. */
export interface MonthlyTurnover {
  /** yyyy-mm */
  readonly month: string;
  readonly allTurnover: number;
  readonly identified: number;
  /** True where the file does not cover the whole month. */
  readonly partial: boolean;
}

const point = { type: "point", size: 42, strokeWidth: 1.5, opacity: 1 };
const bases = ["all turnover", "known customers"] as const;

/**
 * Shows turnover by month, of the shop and of known customers; months that the file covers in part are hollow and dashed.
 *
 * @param months ascending, one entry a month
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function monthlyRevenue(
  months: readonly MonthlyTurnover[],
  options: { readonly currency?: string } = {},
): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const whole = months.filter((month) => !month.partial);
  const best = whole.reduce((most, month) => (month.allTurnover > most.allTurnover ? month : most), whole[0]!);
  const total = months.reduce((sum, month) => sum + month.allTurnover, 0);
  const known = months.reduce((sum, month) => sum + month.identified, 0);
  const message =
    whole.length === 0
      ? "No month is covered in full"
      : `${best.month} is the strongest month with ${shortMoney(best.allTurnover, symbol)}; ` +
        `known customers bring ${formatShare(known / total)} of all`;
  const points = bases.flatMap((base, b) => months.map((month) => row(month, base, b === 0)));
  // a segment is dashed where one of its ends is a partial month
  const segments = bases.flatMap((base, b) =>
    months.slice(1).flatMap((month, i) => {
      const dashed = month.partial || months[i]!.partial;
      const piece = `${b}-${i}`;
      return [months[i]!, month].map((end) => ({ ...row(end, base, b === 0), piece, dashed }));
    }),
  );
  const color = {
    field: "base",
    type: "nominal",
    title: null,
    scale: { domain: bases, range: [tone.soft, tone.main] },
    legend: { orient: "top", symbolType: "circle" },
  };
  const x = {
    field: "start",
    type: "temporal",
    scale: { type: "utc" },
    title: "month",
    axis: { format: "%b %Y", labelFlush: false, labelSeparation: 8 },
  };
  const y = { field: "revenue", type: "quantitative", title: `turnover a month (${symbol.trim()})` };
  const encoding = { x, y: { ...y, axis: shortAxis, scale: { zero: true } }, color };
  return createChart(`Turnover by month, two lines: ${bases.join(" and ")}. ${message}.`, {
    title: chartTitle(
      message,
      months.some((month) => month.partial) ? "hollow and dashed: a month covered in part" : "",
    ),
    width: chartWidth - 60,
    height: 260,
    layer: [
      {
        data: { values: segments },
        mark: { type: "line", strokeWidth: 2 },
        encoding: {
          ...encoding,
          detail: { field: "piece", type: "nominal" },
          strokeDash: { condition: { test: "datum.dashed", value: [4, 4] }, value: [1, 0] },
        },
      },
      {
        data: { values: points },
        layer: [
          { transform: [{ filter: "!datum.partial" }], mark: { ...point, filled: true } },
          { transform: [{ filter: "datum.partial" }], mark: { ...point, filled: false, fill: "white" } },
        ],
        encoding: {
          ...encoding,
          tooltip: [
            { field: "month", type: "nominal", title: "month" },
            { field: "base", type: "nominal", title: "basis" },
            { field: "revenue", type: "quantitative", title: `turnover (${symbol.trim()})`, format: ",.2f" },
            { field: "covered", type: "nominal", title: "covered" },
          ],
        },
      },
    ],
  });
}

function row(month: MonthlyTurnover, base: string, all: boolean): Record<string, unknown> {
  const revenue = all ? month.allTurnover : month.identified;
  const covered = month.partial ? "in part" : "in full";
  return { month: month.month, start: `${month.month}-01`, base, revenue, partial: month.partial, covered };
}
