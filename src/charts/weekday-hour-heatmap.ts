import { formatNumber, formatShare } from "../core/format.js";
import { weekdayNames } from "../core/weekday-names.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { sequentialRange } from "./theme.js";

/** How many orders were placed in an hour of the week. */
export interface WeekHour {
  /** 0 is Monday, 6 is Sunday. */
  readonly weekday: number;
  /** 0 to 23 */
  readonly hour: number;
  readonly orders: number;
}

/**
 * Shows when customers order, by weekday and hour.
 *
 * @param cells one entry an hour of the week; hours without orders may be left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function weekdayHourHeatmap(cells: readonly WeekHour[]): Chart {
  const total = cells.reduce((sum, cell) => sum + cell.orders, 0);
  const busiest = cells.reduce((most, cell) => (cell.orders > most.orders ? cell : most), cells[0]!);
  const message =
    total === 0
      ? "There are no orders"
      : `${weekdayNames[busiest.weekday]} from ${busiest.hour}:00 is the busiest hour: ` +
        `${formatNumber(busiest.orders)} orders, ${formatShare(busiest.orders / total)} of all`;
  const from = Math.min(...cells.map((cell) => cell.hour));
  const to = Math.max(...cells.map((cell) => cell.hour));
  const orders = new Map(cells.map((cell) => [cell.weekday * 24 + cell.hour, cell.orders]));
  const values = weekdayNames.flatMap((weekday, day) =>
    Array.from({ length: total === 0 ? 0 : to - from + 1 }, (_, i) => ({
      weekday,
      hour: from + i,
      orders: orders.get(day * 24 + from + i) ?? 0,
    })),
  );
  const closed = weekdayNames.filter((_, day) => !cells.some((cell) => cell.weekday === day && cell.orders > 0));
  return createChart(`Orders by weekday and hour, as a heat map. ${message}.`, {
    title: chartTitle(message, closed.length === 0 || total === 0 ? "" : `no orders at all: ${closed.join(", ")}`),
    width: 520,
    height: { step: 30 },
    data: { values },
    mark: { type: "rect", stroke: "white", strokeWidth: 1 },
    encoding: {
      x: { field: "hour", type: "ordinal", title: "hour of the day", axis: { labelAngle: 0 } },
      y: { field: "weekday", type: "ordinal", sort: null, title: null },
      color: {
        field: "orders",
        type: "quantitative",
        title: "orders",
        scale: { range: sequentialRange, domainMin: 0 },
        legend: { format: ",d", tickMinStep: 1 },
      },
      tooltip: [
        { field: "weekday", type: "nominal", title: "weekday" },
        { field: "hour", type: "quantitative", title: "hour from" },
        { field: "orders", type: "quantitative", title: "orders", format: "," },
      ],
    },
  });
}
