import { formatNumber } from "../core/format.js";
import { weekdayNames } from "../core/weekday-names.js";
import type { SalesCalendar } from "../sales/profile/sales-calendar.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol } from "./short-number.js";
import { sequentialRange, shortAxis, tone } from "./theme.js";

const months = "['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec']";
const dayMilliseconds = 86_400_000;

/**
 * Shows every date of a file as a tile: what it brought, that the shop is closed on that weekday, or that a row is missing.
 *
 * @param calendar `profileSales(sales).calendar`
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function calendarHeatmap(calendar: SalesCalendar, options: { readonly currency?: string } = {}): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const { gaps, weekdays } = calendar;
  const closed = weekdays.filter(({ open }) => !open).map(({ weekday }) => `${weekdayNames[weekday - 1]}s`);
  const missing = gaps.reduce((sum, gap) => sum + gap.days, 0);
  const message =
    (closed.length === 0 ? "Open on every day of the week" : `Closed on ${closed.join(" and ")}`) +
    (missing === 0
      ? "; no open weekday is without a row"
      : `; ${formatNumber(missing)} open ${missing === 1 ? "weekday has" : "weekdays have"} no row, ` +
        `the longest run ${gaps[0]!.from} to ${gaps[0]!.to}`);
  const values = tiles(calendar);
  const most = Math.max(1, ...calendar.days.map(({ revenue }) => revenue));
  const x = {
    field: "week",
    type: "ordinal",
    title: null,
    axis: { values: [0, 9, 17, 26, 35, 44], labelExpr: `${months}[round(datum.value / 4.4)]`, labelAngle: 0 },
    scale: { domain: Array.from({ length: 54 }, (_, i) => i) },
  };
  const y = { field: "weekday", type: "ordinal", sort: weekdayNames, title: null, axis: { labelFontSize: 9 } };
  return createChart(`Calendar of turnover by day. ${message}.`, {
    title: chartTitle(message, "orange: an open weekday without a row; empty: closed, or outside the file"),
    data: { values },
    facet: { row: { field: "year", type: "ordinal", title: null, header: { labelAngle: 0, labelAlign: "left" } } },
    spacing: 12,
    spec: {
      width: { step: 10.5 },
      height: { step: 11 },
      encoding: { x, y },
      layer: [
        {
          transform: [{ filter: "datum.kind === 'traded'" }],
          mark: { type: "rect", stroke: "white", strokeWidth: 1 },
          encoding: {
            color: {
              field: "revenue",
              type: "quantitative",
              title: `turnover a day (${symbol.trim()})`,
              scale: { range: sequentialRange, domain: [0, most], clamp: true },
              legend: { ...shortAxis, orient: "bottom", gradientLength: 240 },
            },
            tooltip: [
              { field: "date", type: "nominal", title: "day" },
              { field: "weekday", type: "nominal", title: "weekday" },
              { field: "rows", type: "quantitative", title: "rows", format: "," },
              { field: "revenue", type: "quantitative", title: "turnover", format: ",.2f" },
            ],
          },
        },
        {
          transform: [{ filter: "datum.kind === 'no row'" }],
          mark: { type: "rect", stroke: "white", strokeWidth: 1, color: tone.removed },
          encoding: {
            tooltip: [
              { field: "date", type: "nominal", title: "day" },
              { field: "kind", type: "nominal", title: "found" },
            ],
          },
        },
      ],
    },
  });
}

function tiles({ from, to, days, weekdays }: SalesCalendar): Record<string, unknown>[] {
  const traded = new Map(days.map((day) => [day.date, day]));
  const open = new Set(weekdays.filter((weekday) => weekday.open).map(({ weekday }) => weekday));
  const values: Record<string, unknown>[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += dayMilliseconds) {
    const date = new Date(time).toISOString().slice(0, 10);
    const year = Number(date.slice(0, 4));
    const newYear = Date.UTC(year, 0, 1);
    const weekday = new Date(time).getUTCDay() || 7;
    // weeks begin on Monday; the days before the first Monday are week 0
    const week = Math.floor(((time - newYear) / dayMilliseconds + (new Date(newYear).getUTCDay() || 7) - 1) / 7);
    const shared = { date, year, week, weekday: weekdayNames[weekday - 1] };
    const day = traded.get(date);
    if (day) values.push({ ...shared, kind: "traded", rows: day.rows, revenue: day.revenue });
    else if (open.has(weekday)) values.push({ ...shared, kind: "no row" });
  }
  return values;
}
