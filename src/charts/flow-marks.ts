import { formatNumber } from "../core/format.js";
import type { FlowBar, FlowRibbon } from "./flow-layout.js";
import { shortenText } from "./inert-text.js";
import { placeLabels } from "./place-labels.js";
import { roundTo } from "./short-number.js";

/** Width of a bar in pixels. */
export const flowBarWidth = 14;

/** A chart of a flow. */
export interface FlowFrame {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** All customers, and the height of the layout with its gaps, counted in them. */
  readonly customers: number;
  readonly total: number;
}

/** How a ribbon is drawn. */
export interface RibbonLook {
  readonly fill: string;
  readonly opacity: number;
  /** Share of those it comes from. */
  readonly share: number;
}

// the points of a ribbon are made where it is drawn: a smooth step, level at both bars
const smoothSteps = [
  { calculate: "sequence(0, 1.02, 0.04)", as: "t" },
  { flatten: ["t"] },
  { calculate: "datum.x0 + datum.t * (datum.x1 - datum.x0)", as: "x" },
  { calculate: "datum.left + (datum.right - datum.left) * datum.t * datum.t * (3 - 2 * datum.t)", as: "y" },
  { calculate: "datum.y + datum.customers", as: "y2" },
];

/** Ribbons between bars, from the left bar's right edge to the right bar's left one. */
export function ribbonLayer(
  ribbons: readonly {
    readonly ribbon: FlowRibbon;
    readonly x0: number;
    readonly x1: number;
    readonly look: RibbonLook;
  }[],
  frame: FlowFrame,
): object {
  const values = ribbons.map(({ ribbon: { from, to, customers, left, right }, x0, x1, look }, i) => ({
    ...{ i, from, to, customers, x0, x1, fill: look.fill, strength: look.opacity, share: look.share },
    ...{ left: roundTo(left[0], 1), right: roundTo(right[0], 1) },
  }));
  return {
    data: { values },
    transform: smoothSteps,
    mark: { type: "area", clip: true },
    encoding: {
      ...placesOf(frame),
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
  };
}

/** Bars of one or more columns; `x` is a bar's left edge, `what` heads their names in tooltips. */
export function barLayer(
  bars: readonly { readonly bar: FlowBar; readonly x: number; readonly column: string; readonly fill: string }[],
  frame: FlowFrame,
  what: string,
): object {
  const values = bars.map(({ bar: { name, customers, top, bottom }, x, column, fill }) => ({
    ...{ name, when: column, customers, x, x2: x + flowBarWidth, y: top, y2: bottom, fill },
    share: customers / Math.max(1, frame.customers),
  }));
  return {
    data: { values },
    mark: { type: "rect" },
    encoding: {
      ...placesOf(frame),
      x2: { field: "x2" },
      y2: { field: "y2" },
      color: raw("fill"),
      tooltip: [
        { field: "name", type: "nominal", title: what },
        { field: "when", type: "nominal", title: "at" },
        count,
        { field: "share", type: "quantitative", title: "share of all", format: ".1%" },
      ],
    },
  };
}

/** Names and customers beside bars; labels of thin bars are moved apart. */
export function flowLabels(
  bars: readonly FlowBar[],
  frame: FlowFrame,
  align: "left" | "right",
  x: number,
  letters = 19,
): object {
  const scale = frame.height / Math.max(1, frame.total);
  const wanted = bars.map(({ top, bottom }) => ({ left: 0, width: 1, y: ((top + bottom) / 2) * scale }));
  const at = placeLabels(wanted, 13, frame.height);
  const values = bars.map(({ name, customers }, i) => ({
    x,
    y: at[i]! / scale,
    text: `${shortenText(name, letters)} · ${formatNumber(customers)}`,
  }));
  return { data: { values }, ...textLayer(align, {}) };
}

/** What stands over a column. */
export function flowHeading(text: string, align: "left" | "right" | "center", x: number): object {
  return {
    data: { values: [{ x, y: 0, text: shortenText(text, 22) }] },
    ...textLayer(align, { dy: -16, fontWeight: 600 }),
  };
}

const count = { field: "customers", type: "quantitative", title: "customers", format: "," };
const raw = (field: string): object => ({ field, type: "nominal", scale: null, legend: null });

function placesOf({ width, total }: FlowFrame): { x: object; y: object } {
  return {
    x: { field: "x", type: "quantitative", axis: null, scale: { domain: [0, width], nice: false } },
    y: {
      field: "y",
      type: "quantitative",
      axis: null,
      scale: { domain: [0, Math.max(1, total)], nice: false, zero: false, reverse: true },
    },
  };
}

function textLayer(align: "left" | "right" | "center", more: object): object {
  return {
    mark: { type: "text", align, baseline: "middle", ...more },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
      text: { field: "text", type: "nominal" },
    },
  };
}
