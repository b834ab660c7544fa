import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { tone } from "./theme.js";

/** What another order of the rows does to segments. */
export interface ShuffledSegments {
  readonly customers: number;
  readonly shuffles: number;
  /** Share of the customers who change segment: mean, least and most over the shuffles. */
  readonly share: number;
  readonly least: number;
  readonly most: number;
  readonly segments: readonly { readonly segment: string; readonly customers: number; readonly share: number }[];
}

/**
 * Shows how many customers of each segment would stand in another one, had the rows of the file another order.
 *
 * @param moved what `movedByShuffling` gives
 * @returns a Vega-Lite chart, for `show()`
 */
export function shuffleBars(moved: ShuffledSegments): Chart {
  const message =
    moved.customers > 0
      ? `Shuffling the rows moves ${formatShare(moved.share)} of the customers to another segment`
      : "There are no customers";
  const values = [...moved.segments]
    .sort((a, b) => b.share * b.customers - a.share * a.customers || b.customers - a.customers)
    .map(({ segment, customers, share }, i) => ({
      i,
      segment,
      customers,
      share,
      moved: share * customers,
      text: `${formatNumber(share * customers)} of ${formatNumber(customers)}, ${formatShare(share, 0)}`,
    }));
  const y = { field: "segment", type: "nominal", sort: { field: "i", op: "min" }, title: null };
  const x = {
    field: "moved",
    type: "quantitative",
    title: "customers who move elsewhere",
    axis: { format: ",d", tickCount: 5 },
    scale: { domain: [0, Math.max(1, ...values.map(({ moved }) => moved)) * 1.3], nice: false },
  };
  const range = `${formatShare(moved.least)} to ${formatShare(moved.most)}`;
  return createChart(`Customers of each segment whom another order of the rows moves elsewhere. ${message}.`, {
    title: chartTitle(
      message,
      moved.customers > 0 ? `ties ranked by the order of the rows; mean of ${moved.shuffles} shuffles, ${range}` : "",
    ),
    width: 460,
    height: { step: 22 },
    data: { values },
    encoding: {
      y,
      x,
      tooltip: [
        { field: "segment", type: "nominal", title: "segment" },
        { field: "customers", type: "quantitative", title: "customers", format: "," },
        { field: "share", type: "quantitative", title: "share moved", format: ".1%" },
        { field: "moved", type: "quantitative", title: "customers moved, mean", format: ",.1f" },
      ],
    },
    layer: [
      { mark: { type: "bar", color: tone.accent } },
      { mark: { type: "text", align: "left", dx: 5 }, encoding: { text: { field: "text", type: "nominal" } } },
    ],
  });
}
