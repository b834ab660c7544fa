import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { type FlowBar, type FlowRow, flowLayout } from "./flow-layout.js";
import { barLayer, flowBarWidth, flowHeading, flowLabels, ribbonLayer } from "./flow-marks.js";
import { shortenText } from "./inert-text.js";
import { labelFlow } from "./label-flow.js";
import { matchedColours, sharedColour } from "./matched-colours.js";
import { clusterColour, noiseColour } from "./theme.js";

/** A clustering and what to call it. */
export interface NamedLabels {
  readonly title: string;
  /** One label a customer, −1 is noise. */
  readonly labels: ArrayLike<number>;
}

const width = 640;
const height = 400;
/** Pixels from the chart's edge to the outer side of a bar: room for the labels. */
const margin = 130;

/**
 * Shows how the customers of one clustering are spread over the groups of another: bars are groups, ribbons are customers,
 * and every height is a number of customers. Groups that hold most of the same customers share a colour (Hungarian method).
 *
 * @param before the clustering on the left
 * @param after the clustering on the right, of the same customers in the same order
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when the two differ in number
 */
export function clusterFlow(before: NamedLabels, after: NamedLabels): Chart {
  const n = before.labels.length;
  if (after.labels.length !== n)
    throw new SegmentLabError("bad-value", `${after.labels.length} labels of "${after.title}" for ${n} customers`);
  const colours = matchedColours(before.labels, after.labels);
  const { flow, left, right } = labelFlow(before.labels, after.labels);
  const fillOf = (name: string, side: "left" | "right"): string => {
    const cluster = numberOf(name);
    return cluster < 0 ? noiseColour : clusterColour(side === "left" ? cluster : colours[cluster]!);
  };
  const layout = flowLayout(flow, { from: left, to: right }, n * 0.022);
  const frame = { width, height, customers: n, total: layout.height };
  const totals = new Map(layout.left.map(({ name, customers }) => [name, customers]));
  const ribbons = layout.ribbons.map((ribbon) => ({
    ribbon,
    x0: margin + flowBarWidth,
    x1: width - margin - flowBarWidth,
    look: {
      fill: fillOf(ribbon.from, "left"),
      opacity: fillOf(ribbon.from, "left") === fillOf(ribbon.to, "right") ? 0.6 : 0.35,
      share: ribbon.customers / totals.get(ribbon.from)!,
    },
  }));
  const bar = (own: FlowBar, side: "left" | "right") => ({
    bar: own,
    x: side === "left" ? margin : width - margin - flowBarWidth,
    column: side === "left" ? before.title : after.title,
    fill: fillOf(own.name, side),
  });
  const bars = [...layout.left.map((own) => bar(own, "left")), ...layout.right.map((own) => bar(own, "right"))];
  const message = messageOf(before, after, flow, colours);
  return createChart(`Flow of ${n} customers between the groups of two clusterings, as ribbons. ${message}.`, {
    title: chartTitle(
      message,
      "height: customers; same colour: matching groups; strong ribbons: in both of them; grey: noise",
      width,
    ),
    width,
    height,
    layer: [
      ribbonLayer(ribbons, frame),
      barLayer(bars, frame, "group"),
      flowLabels(layout.left, frame, "right", margin - 7),
      flowLabels(layout.right, frame, "left", width - margin + 7),
      flowHeading(before.title, "right", margin + flowBarWidth),
      flowHeading(after.title, "left", width - margin - flowBarWidth),
    ],
  });
}

function numberOf(name: string): number {
  return name === "noise" ? -1 : Number(name.slice("cluster ".length));
}

function messageOf(before: NamedLabels, after: NamedLabels, flow: readonly FlowRow[], colours: number[]): string {
  const n = before.labels.length;
  if (n === 0) return "There are no customers";
  const titles = `${shortenText(before.title, 28)} and ${shortenText(after.title, 28)}`;
  const share = sharedColour(before.labels, after.labels);
  const colourOf = (name: string): number => (numberOf(name) < 0 ? -1 : colours[numberOf(name)]!);
  const moves = flow.filter(({ from, to }) => colourOf(to) !== numberOf(from));
  const most = moves.reduce<FlowRow | undefined>(
    (best, one) => (best && best.customers >= one.customers ? best : one),
    undefined,
  );
  if (!most) return `${titles} are the same partition of ${formatNumber(n)} customers`;
  return (
    `${titles} put ${formatShare(share, 0)} of the customers into matching groups; the largest other flow: ` +
    `${formatNumber(most.customers)} from ${most.from} to ${most.to}`
  );
}
