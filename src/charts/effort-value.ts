import { formatMoney } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
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
  /** What is at stake, in the currency. */
  readonly value: number;
}

const height = 380;
const efforts = ["low", "medium", "high"] as const;

/**
 * Shows what each action is worth against the effort it takes; the shaded part is above the median.
 *
 * @param actions the actions of the plan
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function effortValue(actions: readonly PlannedAction[], options: { readonly currency?: string } = {}): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const colours = segmentColours(actions.map((action) => action.segment));
  const greatest = Math.max(1, ...actions.map((action) => action.value)) * 1.08;
  // room below the axis for the labels of actions that are worth nothing
  const least = Math.min(0, ...actions.map((action) => action.value)) - greatest * 0.07;
  const pixels = (value: number): number => (height * (greatest - value)) / (greatest - least);
  // a label is two lines high; actions of one effort stand above each other
  const places = placeLabels(
    actions.map((action) => ({ left: action.effort * 210, width: 200, y: pixels(action.value) })),
    30,
    height - 8,
  );
  const values = actions.map((action, i) => ({
    effort: efforts[action.effort - 1],
    value: action.value,
    action: action.action,
    segment: action.segment,
    colour: colours[i],
    label: shortenText(action.action, 30),
    under: `${shortenText(action.segment, 22)} · ${shortMoney(action.value, symbol)}`,
    labelAt: greatest - (places[i]! * (greatest - least)) / height,
  }));
  // the least effort first, and there the greatest value
  const first = [...actions].sort((a, b) => a.effort - b.effort || b.value - a.value)[0];
  const message = first
    ? `Start with ${shortenText(first.action, 50)} (${shortenText(first.segment, 30)}): ` +
      `${efforts[first.effort - 1]} effort, ${formatMoney(first.value, 0, symbol)} at stake`
    : "There is no action";
  const sorted = actions.map((action) => action.value).sort((a, b) => a - b);
  const middle = sorted.length === 0 ? 0 : (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  const x = {
    field: "effort",
    type: "ordinal",
    sort: efforts,
    title: "effort",
    scale: { domain: efforts },
    axis: { labelAngle: 0, labelFontSize: 12, bandPosition: 0.03, labelAlign: "left" },
  };
  const y = {
    field: "value",
    type: "quantitative",
    title: `value at stake (${symbol.trim()})`,
    axis: { ...shortAxis, grid: false },
    scale: { domain: [least, greatest], nice: false },
  };
  const labelled = (field: string, dy: number, more: object): Record<string, unknown> => ({
    mark: { type: "text", align: "left", dx: 12, dy, xOffset: 0, ...more },
    encoding: {
      x: { ...x, bandPosition: 0.03 },
      y: { ...y, field: "labelAt" },
      text: { field, type: "nominal" },
    },
  });
  return createChart(`Value against effort of ${actions.length} actions. ${message}.`, {
    title: chartTitle(message, "upper left: worth most for least; shaded: worth more than the median action"),
    width: 630,
    height,
    data: { values },
    layer: [
      {
        data: { values: actions.length === 0 ? [] : [{ middle }] },
        mark: { type: "rect", color: "#eef4fa" },
        encoding: { y: { ...y, field: "middle" }, y2: { datum: greatest } },
      },
      {
        mark: { type: "circle", size: 130, opacity: 1 },
        encoding: {
          x: { ...x, bandPosition: 0.03 },
          y,
          color: { field: "colour", type: "nominal", scale: null, legend: null },
          tooltip: [
            { field: "action", type: "nominal", title: "action" },
            { field: "segment", type: "nominal", title: "segment" },
            { field: "effort", type: "nominal", title: "effort" },
            { field: "value", type: "quantitative", title: `value (${symbol.trim()})`, format: ",.0f" },
          ],
        },
      },
      labelled("label", -2, { fontWeight: 600 }),
      labelled("under", 11, { fontSize: 10, color: tone.soft }),
    ],
  });
}
