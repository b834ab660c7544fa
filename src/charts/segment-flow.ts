import { formatNumber, formatShare } from "../core/format.js";
import { segmentOrder } from "../features/rfm/rfm-table.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { type FlowBar, type FlowRow, flowLayout } from "./flow-layout.js";
import { shortenText } from "./inert-text.js";
import { placeLabels } from "./place-labels.js";
import { segmentColours } from "./segment-colours.js";
import { roundTo } from "./short-number.js";
import { tone } from "./theme.js";

const width = 640;
const height = 460;
/** Pixels from the chart's edge to the outer side of a bar: room for the labels. */
const margin = 150;
const bar = 14;
// the points of a ribbon are made where it is drawn: a smooth step, level at both bars
const smoothSteps = [
  { calculate: "sequence(0, 1.02, 0.04)", as: "t" },
  { flatten: ["t"] },
  { calculate: `${margin + bar} + datum.t * ${width - 2 * margin - 2 * bar}`, as: "x" },
  { calculate: "datum.left + (datum.right - datum.left) * datum.t * datum.t * (3 - 2 * datum.t)", as: "y" },
  { calculate: "datum.y + datum.customers", as: "y2" },
];

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
  const ribbons = layout.ribbons.map(({ from, to, customers, left, right }, i) => ({
    ...{ i, from, to, customers, share: customers / totals.get(from)!, fill: colourOf(from) },
    strength: from === to ? 0.65 : 0.38,
    ...{ left: roundTo(left[0], 1), right: roundTo(right[0], 1) },
  }));
  const bars = [
    ...layout.left.map((own) => barOf(own, margin, before)),
    ...layout.right.map((own) => barOf(own, width - margin - bar, after)),
  ].map((own) => ({ ...own, fill: colourOf(own.name), share: own.customers / Math.max(1, all) }));
  const scale = { domain: [0, Math.max(1, layout.height)], nice: false, zero: false };
  const y = { field: "y", type: "quantitative", axis: null, scale: { ...scale, reverse: true } };
  const x = { field: "x", type: "quantitative", axis: null, scale: { domain: [0, width], nice: false } };
  const raw = (field: string) => ({ field, type: "nominal", scale: null, legend: null });
  const count = { field: "customers", type: "quantitative", title: "customers", format: "," };
  return createChart(`Flow of customers between segments at two dates, as ribbons. ${message}.`, {
    title: chartTitle(
      message,
      "height: customers; strong ribbons: stayed in their segment; light grey: new or gone",
      width,
    ),
    width,
    height,
    layer: [
      {
        data: { values: ribbons },
        transform: smoothSteps,
        mark: { type: "area", clip: true },
        encoding: {
          x,
          y,
          y2: { field: "y2" },
          detail: { field: "i", type: "nominal" },
          color: raw("fill"),
          fillOpacity: { field: "strength", type: "quantitative", scale: null, legend: null },
          tooltip: [
            { field: "from", type: "nominal", title: "from" },
            { field: "to", type: "nominal", title: "to" },
            count,
            { field: "share", type: "quantitative", title: "share of those before", format: ".1%" },
          ],
        },
      },
      {
        data: { values: bars },
        mark: { type: "rect" },
        encoding: {
          x,
          x2: { field: "x2" },
          y,
          y2: { field: "y2" },
          color: raw("fill"),
          tooltip: [
            { field: "name", type: "nominal", title: "segment" },
            { field: "when", type: "nominal", title: "at" },
            count,
            { field: "share", type: "quantitative", title: "share of all", format: ".1%" },
          ],
        },
      },
      labels(layout.left, layout.height, "right", margin - 7),
      labels(layout.right, layout.height, "left", width - margin + 7),
      heading(before, "right", margin + bar),
      heading(after, "left", width - margin - bar),
    ],
  });
}

function barOf(own: FlowBar, x: number, when: string) {
  return { name: own.name, when, customers: own.customers, x, x2: x + bar, y: own.top, y2: own.bottom };
}

// labels of thin bars are moved apart
function labels(bars: readonly FlowBar[], total: number, align: "left" | "right", x: number) {
  const scale = height / Math.max(1, total);
  const at = placeLabels(
    bars.map(({ top, bottom }) => ({ left: 0, width: 1, y: ((top + bottom) / 2) * scale })),
    13,
    height,
  );
  const values = bars.map(({ name, customers }, i) => ({
    x,
    y: at[i]! / scale,
    text: `${shortenText(name, 19)} ${formatNumber(customers)}`,
  }));
  return { data: { values }, ...textLayer(align, {}) };
}

function heading(text: string, align: "left" | "right", x: number) {
  return {
    data: { values: [{ x, y: 0, text: shortenText(text, 22) }] },
    ...textLayer(align, { dy: -16, fontWeight: 600 }),
  };
}

function textLayer(align: "left" | "right", more: object) {
  return {
    mark: { type: "text", align, baseline: "middle", ...more },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
      text: { field: "text", type: "nominal" },
    },
  };
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
