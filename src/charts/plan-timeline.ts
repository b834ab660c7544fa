import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { inertText, shortenText } from "./inert-text.js";
import { segmentColours } from "./segment-colours.js";
import { currencySymbol, shortMoney } from "./short-number.js";
import { tone } from "./theme.js";

/** When an action is begun and when its result can be read, in days from the start of the plan. */
export interface TimedAction {
  readonly segment: string;
  readonly action: string;
  /** It is begun by this day at the latest. */
  readonly ends: number;
  /** The first day of that term; that after which the term before it ends where left out. */
  readonly starts?: number;
  /** The first day on which treated customers and those left out can be compared. */
  readonly readOn?: number;
  /** Expected profit, in the currency. */
  readonly value?: number;
}

const step = 34;
const horizons = [30, 90, 180] as const;

/**
 * Shows what is begun and what can be read when, in the next 30, 90 and 180 days.
 *
 * @param actions one entry an action, in any order
 * @param options `currency`: the code of the money, GBP where left out; `among`: segments of charts beside it, for equal colours
 * @returns a Vega-Lite chart, for `show()`
 */
export function planTimeline(
  actions: readonly TimedAction[],
  options: { readonly currency?: string; readonly among?: readonly string[] } = {},
): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const settled = actions.map((one) => ({ ...one, starts: one.starts ?? termBefore(one.ends) }));
  const sorted = settled.sort((a, b) => a.starts - b.starts || (b.value ?? 0) - (a.value ?? 0) || a.ends - b.ends);
  const colours = segmentColours(
    sorted.map(({ segment }) => segment),
    options.among,
  );
  const values = sorted.map((one, i) => ({
    // two lines, which no two actions share
    row: [i + 1, shortenText(one.segment, 30), shortenText(one.action, 38)].join("\n"),
    segment: shortenText(one.segment, 30),
    what: one.action,
    starts: one.starts,
    // a single day is to be seen too
    ends: Math.max(one.ends, one.starts + 1),
    last: one.ends,
    readOn: one.readOn ?? null,
    value: one.value ?? null,
    colour: colours[i],
  }));
  const end = Math.max(180, ...sorted.map(({ ends, readOn = 0 }) => Math.max(ends, readOn)));
  const y = {
    field: "row",
    type: "nominal",
    title: null,
    scale: { domain: values.map(({ row }) => row) },
    axis: {
      labelExpr: "slice(split(datum.label, '\\n'), 1)",
      labelLimit: 220,
      ticks: false,
      labelPadding: 8,
      domain: false,
    },
  };
  const x = {
    type: "quantitative",
    title: "days from the start of the plan",
    axis: { values: [0, ...horizons, ...(end > 200 ? [end] : [])], grid: false },
    scale: { domain: [0, end], nice: false },
  };
  const message = messageOf(sorted, symbol);
  const tooltip = [
    { field: "segment", type: "nominal", title: "segment" },
    { field: "what", type: "nominal", title: "action" },
    { field: "starts", type: "quantitative", title: "begins after day" },
    { field: "last", type: "quantitative", title: "and at the latest on day" },
    { field: "readOn", type: "quantitative", title: "result on day" },
    { field: "value", type: "quantitative", title: inertText(`expected profit (${symbol.trim()})`), format: ",.0f" },
  ];
  const height = { step };
  return createChart(`Plan for the next 30, 90 and 180 days. ${message}.`, {
    title: chartTitle(message, "bars: when the action is begun; diamonds: its result can be read"),
    data: { values },
    width: 410,
    height,
    layer: [
      {
        data: { values: values.length === 0 ? [] : horizons.map((day) => ({ day })) },
        mark: { type: "rule", color: tone.muted, strokeDash: [4, 3] },
        encoding: { x: { field: "day", ...x } },
      },
      {
        mark: { type: "rule", strokeWidth: 1.4, strokeDash: [2, 3] },
        transform: [{ filter: "isValid(datum.readOn)" }],
        encoding: {
          x: { field: "ends", ...x },
          x2: { field: "readOn" },
          y,
          color: { field: "colour", type: "nominal", scale: null, legend: null },
        },
      },
      {
        mark: { type: "bar", height: { band: 0.46 }, cornerRadius: 3 },
        encoding: {
          x: { field: "starts", ...x },
          x2: { field: "ends" },
          y,
          tooltip,
          color: { field: "colour", type: "nominal", scale: null, legend: null },
        },
      },
      {
        mark: { type: "point", shape: "diamond", filled: true, size: 90, opacity: 1 },
        transform: [{ filter: "isValid(datum.readOn)" }],
        encoding: {
          x: { field: "readOn", ...x },
          y,
          tooltip,
          color: { field: "colour", type: "nominal", scale: null, legend: null },
        },
      },
    ],
  });
}

/** The last horizon before a day; 0 before the first. */
function termBefore(day: number): number {
  return horizons.findLast((horizon) => horizon < day) ?? 0;
}

function messageOf(actions: readonly TimedAction[], symbol: string): string {
  if (actions.length === 0) return "There is no plan";
  const soon = actions.filter(({ ends }) => ends <= horizons[0]);
  const worth = (of: readonly TimedAction[]): number => of.reduce((sum, { value = 0 }) => sum + value, 0);
  const begin = `${soon.length} of ${actions.length} actions begin in the first ${horizons[0]} days`;
  const [all, early] = [worth(actions), worth(soon)];
  const known = actions.some(({ value }) => value !== undefined);
  return known ? `${begin}: ${shortMoney(early, symbol)} of ${shortMoney(all, symbol)} expected profit` : begin;
}
