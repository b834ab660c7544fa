import { formatMoney } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { inertText, shortenText } from "./inert-text.js";
import { placeLabels } from "./place-labels.js";
import { segmentColours } from "./segment-colours.js";
import { currencySymbol, shortMoney } from "./short-number.js";
import { shortAxis, tone } from "./theme.js";

/** An action of the plan. */
export interface PlannedAction {
  readonly action: string;
  readonly segment: string;
  /** 1 is low, 3 is high. */
  readonly effort: 1 | 2 | 3;
  /** What is at stake or expected, in the currency. */
  readonly value: number;
  /** The range it may lie in; without both, none is drawn. */
  readonly low?: number;
  readonly high?: number;
}

const height = 380;
/** Pixels of a column, and between two actions of it: a range would hide the one behind it. */
const column = 240;
const slot = 8;
const efforts = ["low", "medium", "high"] as const;

/**
 * Shows what each action is worth, from low to high, against the effort it takes; the shaded part is above the median.
 *
 * @param actions the actions of the plan
 * @param options `currency`: the code of the money, GBP where left out; `of`: what the value is, "at stake" where left out;
 *   `among`: segments of charts beside it, for equal colours
 * @returns a Vega-Lite chart, for `show()`
 */
export function effortValue(
  actions: readonly PlannedAction[],
  options: { readonly currency?: string; readonly of?: string; readonly among?: readonly string[] } = {},
): Chart {
  const { of = "at stake" } = options;
  const symbol = currencySymbol(options.currency ?? "GBP");
  const colours = segmentColours(
    actions.map((action) => action.segment),
    options.among,
  );
  const ends = actions.flatMap(({ value, low = value, high = value }) => [low, value, high]);
  const greatest = Math.max(1, ...ends) * 1.08;
  // room below the axis for the labels of actions that are worth nothing
  const least = Math.min(0, ...ends) - greatest * 0.07;
  const pixels = (value: number): number => (height * (greatest - value)) / (greatest - least);
  const slots = actions.map((action, i) => actions.slice(0, i).filter(({ effort }) => effort === action.effort).length);
  const hasRanges = actions.some(({ low, high }) => low !== undefined && high !== undefined);
  const across = (slotted: number): number => (hasRanges ? slotted * slot : 0) / column;
  const widest = Math.max(0, ...slots);
  // a label is two lines high; actions of one effort stand above each other
  const places = placeLabels(
    actions.map((action) => ({ left: action.effort * column, width: column - 10, y: pixels(action.value) })),
    30,
    height - 18,
  );
  const values = actions.map((action, i) => ({
    effort: efforts[action.effort - 1],
    at: action.effort + across(slots[i]!),
    textAt: action.effort + across(widest + (hasRanges ? 2 : 0)),
    value: action.value,
    low: action.low !== undefined && action.high !== undefined ? action.low : null,
    high: action.low !== undefined && action.high !== undefined ? action.high : null,
    action: action.action,
    segment: action.segment,
    colour: colours[i],
    label: shortenText(action.action, hasRanges ? 26 : 30),
    under: `${shortenText(action.segment, 22)} · ${shortMoney(action.value, symbol)}`,
    labelAt: greatest - (places[i]! * (greatest - least)) / height,
  }));
  // the least effort first, and there the greatest value
  const first = actions.filter(({ value }) => value > 0).sort((a, b) => a.effort - b.effort || b.value - a.value)[0];
  const message = first
    ? `Start with “${shortenText(first.action, 50)}” (${shortenText(first.segment, 30)}): ` +
      `${efforts[first.effort - 1]} effort, ${formatMoney(first.value, 0, symbol)} ${of}`
    : actions.length === 0
      ? "There is no action"
      : `No action has value ${of}`;
  const sorted = actions.map((action) => action.value).sort((a, b) => a - b);
  const middle = sorted.length === 0 ? 0 : (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  const x = {
    type: "quantitative",
    title: "effort",
    scale: { domain: [0.95, 3.95], nice: false },
    axis: {
      values: [1, 2, 3],
      labelExpr: "datum.value === 1 ? 'low' : datum.value === 2 ? 'medium' : 'high'",
      ...{ labelAlign: "left", labelFontSize: 12, grid: false, ticks: false },
    },
  };
  const y = {
    field: "value",
    type: "quantitative",
    title: inertText(`value ${of} (${symbol.trim()})`),
    axis: { ...shortAxis, grid: false, tickCount: 7 },
    scale: { domain: [least, greatest], nice: false },
  };
  const labelled = (field: string, dy: number, more: object): Record<string, unknown> => ({
    mark: { type: "text", align: "left", dx: 12, dy, ...more },
    encoding: {
      x: { field: "textAt", ...x },
      y: { ...y, field: "labelAt" },
      text: { field, type: "nominal" },
    },
  });
  return createChart(`Value against effort of ${actions.length} actions. ${message}.`, {
    title: chartTitle(message, "upper left: worth most for least; shaded: worth more than the median action"),
    width: 3 * column,
    height,
    data: { values },
    layer: [
      {
        data: { values: actions.length === 0 ? [] : [{ middle }] },
        mark: { type: "rect", color: "#eef4fa" },
        encoding: { y: { ...y, field: "middle" }, y2: { datum: greatest } },
      },
      {
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "rule", strokeWidth: 2, opacity: 0.55 },
        encoding: {
          x: { field: "at", ...x },
          y: { ...y, field: "low" },
          y2: { field: "high" },
          color: { field: "colour", type: "nominal", scale: null, legend: null },
        },
      },
      {
        mark: { type: "circle", size: 130, opacity: 1 },
        encoding: {
          x: { field: "at", ...x },
          y,
          color: { field: "colour", type: "nominal", scale: null, legend: null },
          tooltip: [
            { field: "action", type: "nominal", title: "action" },
            { field: "segment", type: "nominal", title: "segment" },
            { field: "effort", type: "nominal", title: "effort" },
            { field: "value", type: "quantitative", title: `value (${symbol.trim()})`, format: ",.0f" },
            { field: "low", type: "quantitative", title: "low", format: ",.0f" },
            { field: "high", type: "quantitative", title: "high", format: ",.0f" },
          ],
        },
      },
      {
        // whose label it is, where the labels had to make room for each other
        transform: [{ filter: "datum.textAt !== datum.at" }],
        mark: { type: "square", size: 40, opacity: 1 },
        encoding: {
          x: { field: "textAt", ...x },
          y: { ...y, field: "labelAt" },
          color: { field: "colour", type: "nominal", scale: null, legend: null },
        },
      },
      labelled("label", -2, { fontWeight: 600 }),
      labelled("under", 11, { fontSize: 10, color: tone.soft }),
    ],
  });
}
