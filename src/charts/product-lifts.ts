import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { tone } from "./theme.js";

/** How much more of its purchases a segment gives to a product than the shop does. */
export interface ProductLift {
  readonly sku: string;
  readonly description: string | null;
  /** 1 is as often as the shop. */
  readonly lift: number;
  /** Lower end of the lift's 95 % interval. */
  readonly atLeast: number;
  /** Customers of the segment who bought it. */
  readonly customers: number;
}

/**
 * Shows the products that a segment takes more often than the shop, with the lower ends of their intervals as ticks.
 *
 * @param products in the order in which they are drawn
 * @returns a Vega-Lite chart, for `show()`
 */
export function productLifts(products: readonly ProductLift[]): Chart {
  const values = products.map(({ sku, description, lift, atLeast, customers }, i) => ({
    i,
    label: description === null ? sku : `${sku} · ${description}`,
    lift,
    atLeast,
    customers,
    text: `${formatNumber(lift, 1)} ×`,
    middle: 1,
  }));
  const [first] = products;
  const message = first
    ? `They take ${shortenText(first.description ?? first.sku, 40)} ${formatNumber(first.lift, 1)} times as often as the shop`
    : "No product stands out among what they buy";
  return createChart(`Products that the segment takes more often than the shop. ${message}.`, {
    title: chartTitle(
      message,
      "bar: lift, the product's share of their purchases over its share of the shop's; tick: at least so much (95 %)",
    ),
    width: 360,
    height: { step: 22 },
    data: { values },
    encoding: {
      y: { field: "label", type: "nominal", sort: { field: "i", op: "min" }, title: null, axis: { labelLimit: 260 } },
      tooltip: [
        { field: "label", type: "nominal", title: "product" },
        { field: "lift", type: "quantitative", title: "lift", format: ".2f" },
        { field: "atLeast", type: "quantitative", title: "at least (95 %)", format: ".2f" },
        { field: "customers", type: "quantitative", title: "customers of the segment", format: "," },
      ],
    },
    layer: [
      {
        mark: { type: "bar", height: 13 },
        encoding: {
          x: {
            field: "lift",
            type: "quantitative",
            title: "times as often as the shop",
            axis: { tickCount: 5 },
            scale: { domain: [0, Math.max(1.5, ...products.map(({ lift }) => lift)) * 1.15] },
          },
        },
      },
      {
        mark: { type: "tick", color: tone.ink, thickness: 2, size: 15 },
        encoding: { x: { field: "atLeast", type: "quantitative" } },
      },
      {
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { x: { field: "lift", type: "quantitative" }, text: { field: "text", type: "nominal" } },
      },
      {
        mark: { type: "rule", color: tone.soft, strokeDash: [4, 3], aria: false },
        encoding: { x: { datum: 1 }, y: null, tooltip: null },
      },
    ],
  });
}
