import { formatMoney, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { segmentColours } from "./segment-colours.js";
import { currencySymbol, shortMoney } from "./short-number.js";
import { chartWidth, shortAxis, tone } from "./theme.js";

/** What is at stake in a segment, in the currency; `low` and `high` are NaN where no range is known. */
export interface StakedSegment {
  readonly segment: string;
  readonly customers: number;
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/**
 * Shows the value at stake in each segment, with the range it may lie in.
 *
 * @param segments all segments, in any order
 * @param options `currency`: the code of the money, GBP where left out; `horizonDays`: the period, 90 where left out;
 *   `among`: segments of charts beside it, for equal colours
 * @returns a Vega-Lite chart, for `show()`
 */
export function valueAtStakeBars(
  segments: readonly StakedSegment[],
  options: { readonly currency?: string; readonly horizonDays?: number; readonly among?: readonly string[] } = {},
): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const { horizonDays = 90 } = options;
  const sorted = [...segments].sort((a, b) => b.base - a.base);
  const colours = segmentColours(
    sorted.map(({ segment }) => segment),
    options.among,
  );
  const total = sorted.reduce((sum, { base }) => sum + base, 0);
  const first = sorted[0];
  const message =
    first && total > 0
      ? `${shortMoney(total, symbol)} is at stake in ${horizonDays} days, ` +
        `${formatShare(first.base / total, 0)} of it with ${shortenText(first.segment, 40)}`
      : "Nothing is at stake";
  const values = sorted.map((row, i) => {
    const hasRange = Number.isFinite(row.low) && Number.isFinite(row.high);
    return {
      ...row,
      low: hasRange ? row.low : null,
      high: hasRange ? row.high : null,
      end: Math.max(row.base, hasRange ? row.high : 0),
      i,
      colour: colours[i],
      text: hasRange
        ? `${formatMoney(row.base, 0, symbol)} (${formatMoney(row.low, 0, symbol)} to ${formatMoney(row.high, 0, symbol)})`
        : formatMoney(row.base, 0, symbol),
    };
  });
  const greatest = Math.max(1, ...values.map(({ end }) => end));
  const x = {
    type: "quantitative",
    title: `value at stake (${symbol.trim()})`,
    axis: { ...shortAxis, tickCount: 6 },
    // room for the text behind the longest bar
    scale: { domain: [0, greatest * 1.5], nice: false },
  };
  const money = (field: string, title: string) => ({
    field,
    type: "quantitative",
    title: `${title} (${symbol.trim()})`,
    format: ",.0f",
  });
  return createChart(`Value at stake by segment, with ranges. ${message}.`, {
    title: chartTitle(message, "orders expected of those still there × probability of having left × value of an order"),
    width: chartWidth - 140,
    height: { step: 28 },
    data: { values },
    encoding: {
      y: { field: "segment", type: "nominal", sort: { field: "i", op: "min" }, title: null },
      tooltip: [
        { field: "segment", type: "nominal", title: "segment" },
        { field: "customers", type: "quantitative", title: "customers", format: "," },
        money("low", "low"),
        money("base", "at stake"),
        money("high", "high"),
      ],
    },
    layer: [
      {
        mark: { type: "bar", height: { band: 0.7 } },
        encoding: {
          x: { field: "base", ...x },
          color: { field: "colour", type: "nominal", scale: null, legend: null },
        },
      },
      {
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "errorbar", ticks: { size: 9 }, rule: { strokeWidth: 1.6 }, color: tone.ink },
        encoding: { x: { field: "low", ...x }, x2: { field: "high" } },
      },
      {
        mark: { type: "text", align: "left", dx: 7, fontSize: 10 },
        encoding: { x: { field: "end", ...x }, text: { field: "text", type: "nominal" } },
      },
    ],
  });
}
