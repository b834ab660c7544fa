import { formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { tone } from "./theme.js";

/** Where a segment stands in one measure. */
export interface SegmentPosition {
  /** The measure in a reader's words. */
  readonly measure: string;
  /** Mean percentile position of its customers in the shop, 0 (lowest) to 1. */
  readonly position: number;
  /** The median of its customers and of the shop, written with their units. */
  readonly own: string;
  readonly shop: string;
}

/**
 * Shows where a segment's customers stand in the shop, measure by measure: bars go from the middle of the shop, the longest
 * first.
 *
 * @param positions one entry a measure
 * @returns a Vega-Lite chart, for `show()`
 */
export function segmentPositions(positions: readonly SegmentPosition[]): Chart {
  const distance = ({ position }: SegmentPosition) => Math.abs(position - 0.5);
  const values = positions
    .toSorted((a, b) => distance(b) - distance(a))
    .map(({ measure, position, own, shop }, i) => {
      const place = `${position >= 0.5 ? "above" : "below"} ${formatShare(position >= 0.5 ? position : 1 - position, 0)}`;
      return { i, measure, position, own, shop, middle: 0.5, place, side: position >= 0.5 ? "above" : "below" };
    });
  const [first] = values;
  const message = first
    ? `They stand out most in ${first.measure}: ${first.place} of the customers`
    : "No measure is known of them";
  return createChart(`Where the segment stands in the shop, by measure. ${message}.`, {
    title: chartTitle(
      message,
      "mean place of its customers among all, from the lowest (0 %) to the highest (100 %)",
      560,
    ),
    width: 380,
    height: { step: 24 },
    data: { values },
    encoding: {
      y: { field: "measure", type: "nominal", sort: { field: "i", op: "min" }, title: null },
      tooltip: [
        { field: "measure", type: "nominal", title: "measure" },
        { field: "own", type: "nominal", title: "their median" },
        { field: "shop", type: "nominal", title: "the shop's median" },
        { field: "position", type: "quantitative", title: "mean place", format: ".0%" },
      ],
    },
    layer: [
      {
        mark: { type: "bar", height: 13 },
        encoding: {
          x: {
            field: "position",
            type: "quantitative",
            title: "place in the shop",
            scale: { domain: [0, 1] },
            axis: { format: "%", tickCount: 5 },
          },
          x2: { field: "middle" },
          color: {
            field: "side",
            type: "nominal",
            scale: { domain: ["above", "below"], range: [tone.main, tone.removed] },
            legend: null,
          },
        },
      },
      {
        mark: { type: "rule", color: tone.ink, strokeWidth: 1, aria: false },
        encoding: { x: { datum: 0.5 }, y: null, tooltip: null },
      },
    ],
  });
}
