import { formatMoney, formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol } from "./short-number.js";
import { chartWidth, shortAxis, tone } from "./theme.js";

/** One day of the file: as read, and with the overlap kept once. */
export interface OverlapDay {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly revenueRead: number;
  readonly revenueKept: number;
}

/**
 * Shows the days that stand twice in the file, among the days around them.
 *
 * @param days all days with transactions, ascending
 * @param options `currency`: the code of the money; `around`: how many days to show on either side
 * @returns a Vega-Lite chart, for `show()`
 */
export function overlapDays(
  days: readonly OverlapDay[],
  options: { readonly currency?: string; readonly around?: number } = {},
): Chart {
  const { currency = "GBP", around = 21 } = options;
  const symbol = currencySymbol(currency);
  const twice = days.filter((day) => day.rowsRead > day.rowsKept);
  const from = days.findIndex((day) => day.rowsRead > day.rowsKept);
  const to = from < 0 ? days.length - 1 : days.lastIndexOf(twice[twice.length - 1]!);
  const shown = from < 0 ? days : days.slice(Math.max(0, from - around), to + around + 1);
  const rows = twice.reduce((sum, day) => sum + day.rowsRead - day.rowsKept, 0);
  const revenue = twice.reduce((sum, day) => sum + day.revenueRead - day.revenueKept, 0);
  const message =
    from < 0
      ? "No day stands twice in the file"
      : `${days[from]!.date} to ${days[to]!.date} stand twice: ${formatNumber(rows)} rows, ` +
        `${formatMoney(revenue, 0, symbol)} counted double`;
  const values = shown.flatMap((day) => {
    const shared = { date: day.date, read: day.revenueRead, kept: day.revenueKept, rows: day.rowsRead };
    const extra = day.revenueRead - day.revenueKept;
    const counted = { ...shared, part: "counted once", order: 0, revenue: day.revenueKept };
    return extra === 0 ? [counted] : [counted, { ...shared, part: "counted again", order: 1, revenue: extra }];
  });
  const title = `revenue a day (${symbol.trim()})`;
  return createChart(`Revenue by day around the days that stand twice in the file. ${message}.`, {
    title: chartTitle(message, from < 0 ? "" : `${shown.length} trading days around the overlap`),
    width: chartWidth - 60,
    height: 240,
    data: { values },
    mark: { type: "bar" },
    encoding: {
      x: {
        field: "date",
        type: "ordinal",
        title: "day",
        axis: { labelAngle: -60, labelOverlap: "greedy", labelSeparation: 4 },
      },
      y: { field: "revenue", type: "quantitative", title, axis: shortAxis },
      color: {
        field: "part",
        type: "nominal",
        title: null,
        scale: { domain: ["counted once", "counted again"], range: [tone.main, tone.removed] },
        legend: { orient: "top" },
      },
      order: { field: "order", type: "quantitative" },
      tooltip: [
        { field: "date", type: "nominal", title: "day" },
        { field: "rows", type: "quantitative", title: "rows as read", format: "," },
        { field: "read", type: "quantitative", title: "revenue as read", format: ",.2f" },
        { field: "kept", type: "quantitative", title: "revenue counted once", format: ",.2f" },
      ],
    },
  });
}
