import { formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { tone } from "./theme.js";

/** Orders of a segment and of the shop in a month. */
export interface MonthOrders {
  /** yyyy-mm */
  readonly month: string;
  readonly orders: number;
  readonly shopOrders: number;
}

/**
 * Shows in which months a segment orders, beside the shop: each month's share of their own orders.
 *
 * @param months ascending
 * @returns a Vega-Lite chart, for `show()`
 */
export function monthShares(months: readonly MonthOrders[]): Chart {
  const total = months.reduce((sum, { orders }) => sum + orders, 0);
  const shopTotal = months.reduce((sum, { shopOrders }) => sum + shopOrders, 0);
  const shared = months.map(({ month, orders, shopOrders }) => ({
    month,
    orders,
    shopOrders,
    share: total > 0 ? orders / total : 0,
    shopShare: shopTotal > 0 ? shopOrders / shopTotal : 0,
  }));
  const best = shared.reduce<(typeof shared)[number] | undefined>(
    (most, one) => (one.orders > (most?.orders ?? 0) ? one : most),
    undefined,
  );
  const message = best
    ? `${best.month} brought ${formatShare(best.share)} of their orders, and ${formatShare(best.shopShare)} of the shop's`
    : "They have no orders";
  const values = shared.flatMap(({ month, orders, shopOrders, share, shopShare }) => [
    { month: month, who: "this segment", orders, share },
    { month: month, who: "the shop", orders: shopOrders, share: shopShare },
  ]);
  return createChart(`Orders by month as shares, of the segment and of the shop. ${message}.`, {
    title: chartTitle(message, "each month's share of all orders of the segment, and of the shop"),
    width: 560,
    height: 220,
    data: { values },
    mark: { type: "line", point: { size: 24 } },
    encoding: {
      x: {
        field: "month",
        type: "ordinal",
        title: null,
        axis: { labelAngle: -45, labelOverlap: "greedy", labelSeparation: 3 },
      },
      y: {
        field: "share",
        type: "quantitative",
        title: "share of orders",
        axis: { format: "%" },
        scale: { domainMin: 0 },
      },
      color: {
        field: "who",
        type: "nominal",
        title: null,
        scale: { domain: ["this segment", "the shop"], range: [tone.main, tone.muted] },
        legend: { orient: "top" },
      },
      tooltip: [
        { field: "who", type: "nominal", title: "who" },
        { field: "month", type: "nominal", title: "month" },
        { field: "orders", type: "quantitative", title: "orders", format: "," },
        { field: "share", type: "quantitative", title: "share of their orders", format: ".1%" },
      ],
    },
  });
}
