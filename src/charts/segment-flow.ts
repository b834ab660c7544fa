import { formatNumber, formatShare } from "../core/format.js";
import { segmentOrder } from "../features/rfm/rfm-table.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { type FlowBar, type FlowRow, flowLayout } from "./flow-layout.js";
import { barLayer, flowBarWidth, flowHeading, flowLabels, ribbonLayer } from "./flow-marks.js";
import { shortenText } from "./inert-text.js";
import { segmentColours } from "./segment-colours.js";
import { tone } from "./theme.js";

const width = 640;
const height = 460;
/** Pixels from the chart's edge to the outer side of a bar: room for the labels. */
const margin = 150;

/**
 * Shows where the customers of each segment went between two dates: bars are segments, ribbons are customers, and every
 * height is a number of customers.
 *
 * @param flow `rfmFlow(before, after)`; "new" and "gone" are grey
 * @param options `before` and `after`: what to write over the two columns, such as the dates; `segments`: their order
 *   from the top down, that of the eleven unless given
 * @returns a Vega-Lite chart, for `show()`
 */
export function segmentFlow(
  flow: readonly FlowRow[],
  options: { readonly before?: string; readonly after?: string; readonly segments?: readonly string[] } = {},
): Chart {
  const { before = "before", after = "after" } = options;
  const all = flow.reduce((sum, { customers }) => sum + customers, 0);
  const ends = ["new", "gone"];
  const segments = segmentOrder(
    flow.flatMap(({ from, to }) => [from, to]).filter((name) => !ends.includes(name)),
    options.segments,
  );
  const layout = flowLayout(flow, [...segments, ...ends], all * 0.018);
  const colours = new Map(segmentColours(segments).map((colour, i) => [segments[i]!, colour]));
  const colourOf = (name: string): string => colours.get(name) ?? tone.muted;
  const message = messageOf(flow);
  const totals = new Map(layout.left.map(({ name, customers }) => [name, customers]));
  const frame = { width, height, customers: all, total: layout.height };
  const ribbons = layout.ribbons.map((ribbon) => ({
    ribbon,
    x0: margin + flowBarWidth,
    x1: width - margin - flowBarWidth,
    look: {
      fill: colourOf(ribbon.from),
      opacity: ribbon.from === ribbon.to ? 0.65 : 0.38,
      share: ribbon.customers / totals.get(ribbon.from)!,
    },
  }));
  const place = (own: FlowBar, x: number, column: string) => ({ bar: own, x, column, fill: colourOf(own.name) });
  const bars = [
    ...layout.left.map((own) => place(own, margin, before)),
    ...layout.right.map((own) => place(own, width - margin - flowBarWidth, after)),
  ];
  return createChart(`Flow of customers between segments at two dates, as ribbons. ${message}.`, {
    title: chartTitle(
      message,
      "height: customers; strong ribbons: stayed in their segment; light grey: new or gone",
      width,
    ),
    width,
    height,
    layer: [
      ribbonLayer(ribbons, frame),
      barLayer(bars, frame, "segment"),
      flowLabels(layout.left, frame, "right", margin - 7),
      flowLabels(layout.right, frame, "left", width - margin + 7),
      flowHeading(before, "right", margin + flowBarWidth),
      flowHeading(after, "left", width - margin - flowBarWidth),
    ],
  });
}

function messageOf(flow: readonly FlowRow[]): string {
  const both = flow.filter(({ from, to }) => from !== "new" && to !== "gone");
  const known = both.reduce((sum, { customers }) => sum + customers, 0);
  if (known === 0) return "There are no customers at both dates";
  const moves = both.filter(({ from, to }) => from !== to);
  const moved = moves.reduce((sum, { customers }) => sum + customers, 0);
  const greatest = moves.reduce<FlowRow | undefined>(
    (most, one) => (most && most.customers >= one.customers ? most : one),
    undefined,
  );
  if (!greatest) return `All ${formatNumber(known)} customers stayed in their segment`;
  return (
    `${formatShare(moved / known, 0)} of the ${formatNumber(known)} customers changed segment; most, ` +
    `${formatNumber(greatest.customers)}, ` +
    `went from ${shortenText(greatest.from, 28)} to ${shortenText(greatest.to, 28)}`
  );
}
