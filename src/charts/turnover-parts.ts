import { formatNumber, formatShare } from "../core/format.js";
import { weekdayNames } from "../core/weekday-names.js";
import type { TurnoverParts } from "../sales/exploration/decompose-turnover.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol, roundTo } from "./short-number.js";
import { shortAxis, tone } from "./theme.js";
import { turnoverRest } from "./turnover-rest.js";

const months = "January February March April May June July August September October November December".split(" ");
const width = 580;

/**
 * Shows daily turnover taken apart: the days with their trend, the weekdays, the months of the year where two years
 * tell them, and what none of these explains.
 *
 * @param parts `await decomposeTurnover(sales)`
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function turnoverParts(parts: TurnoverParts, options: { readonly currency?: string } = {}): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const message = messageOf(parts);
  const trend =
    parts.window === null
      ? "the file is too short for a trend: one median of all open days"
      : `trend: centred median of ${parts.window / 7} weeks of open days`;
  const values = parts.days.map((day) => ({
    date: day.date,
    turnover: roundTo(day.turnover, 2),
    trend: day.trend === null ? null : roundTo(day.trend, 2),
    rest: day.rest === null ? null : roundTo(day.rest, 4),
  }));
  const x = {
    field: "date",
    type: "temporal",
    // both panels show the whole file, though the rest is not known at its ends
    scale: {
      type: "utc",
      ...(parts.days.length > 1 ? { domain: [parts.days[0]!, parts.days.at(-1)!].map(calendarDate) } : {}),
    },
    title: null,
    axis: { format: parts.days.length > 120 ? "%b %Y" : "%-d %b", tickCount: 8, labelFlush: false },
  };
  const index = [
    bars(
      "weekday: times an average open day",
      parts.weekdays.map((day) => [weekdayNames[day.weekday - 1]!.slice(0, 3), day.index, day.days, "days"]),
    ),
    ...(parts.season
      ? [
          bars(
            "month: times an average month",
            parts.season.months.map((month) => [
              months[month.month - 1]!.slice(0, 3),
              month.index,
              month.years,
              "years",
            ]),
          ),
        ]
      : []),
  ];
  return createChart(
    `Daily turnover of ${basisOf(parts)} taken apart into trend, weekday${parts.season ? ", season" : ""} and rest. ${message}.`,
    {
      title: chartTitle(message, `${basisOf(parts)}, open days only; ${trend}`),
      data: { values },
      spacing: 18,
      vconcat: [
        {
          width,
          height: 150,
          encoding: { x },
          layer: [
            {
              mark: { type: "point", filled: true, size: 12, color: tone.muted, opacity: 0.8 },
              encoding: {
                y: {
                  field: "turnover",
                  type: "quantitative",
                  title: `turnover a day (${symbol.trim()})`,
                  axis: shortAxis,
                },
                tooltip: [
                  { field: "date", type: "nominal", title: "day" },
                  { field: "turnover", type: "quantitative", title: "turnover", format: ",.2f" },
                  { field: "trend", type: "quantitative", title: "trend", format: ",.2f" },
                ],
              },
            },
            { mark: { type: "line", strokeWidth: 2.5 }, encoding: { y: { field: "trend", type: "quantitative" } } },
          ],
        },
        { hconcat: index, spacing: 30 },
        turnoverRest(parts.days, symbol, x),
      ],
    },
  );
}

// a time stamp as a number does not survive the expression interpreter of the exported pages
function calendarDate({ date }: { readonly date: string }): Record<string, unknown> {
  const [year, month, day] = date.split("-").map(Number);
  return { year, month, date: day, utc: true };
}

function bars(title: string, entries: readonly (readonly [string, number, number, string])[]): Record<string, unknown> {
  const values = entries.map(([name, index, count, of]) => ({
    name,
    index: roundTo(index, 4),
    from: 1,
    count: `${count} ${of}`,
  }));
  return {
    title: { text: title, fontSize: 12, fontWeight: 400, offset: 6, frame: "group" },
    width: Math.max(120, entries.length * 24),
    height: 100,
    data: { values },
    mark: { type: "bar", width: 14 },
    encoding: {
      x: { field: "name", type: "ordinal", sort: null, title: null, axis: { labelAngle: 0, labelFontSize: 10 } },
      y: { field: "index", type: "quantitative", title: null, axis: { format: ".1f", tickCount: 5 } },
      y2: { datum: 1 },
      color: { condition: { test: "datum.index < 1", value: tone.removed }, value: tone.main },
      tooltip: [
        { field: "name", type: "nominal", title: "of" },
        { field: "index", type: "quantitative", title: "times the average", format: ".2f" },
        { field: "count", type: "nominal", title: "rests on" },
      ],
    },
  };
}

function messageOf({ weekdays: days, season }: TurnoverParts): string {
  const sorted = [...days].sort((a, b) => b.index - a.index);
  const best = sorted[0];
  const worst = sorted.at(-1);
  if (!best || !worst) return "There is too little turnover to take apart";
  const week =
    days.length === 1
      ? `Open on one weekday only, ${weekdayNames[best.weekday - 1]}`
      : `${weekdayNames[best.weekday - 1]}s bring ${compared(best.index)} than an average open day, ` +
        `${weekdayNames[worst.weekday - 1]}s ${compared(worst.index)}`;
  if (!season) return week;
  const peak = season.months.reduce((most, month) => (month.index > most.index ? month : most));
  return `${week}; ${months[peak.month - 1]} is ${formatNumber(peak.index, 1)} times an average month`;
}

function compared(index: number): string {
  return index >= 1 ? `${formatShare(index - 1, 0)} more` : `${formatShare(1 - index, 0)} less`;
}

function basisOf({ basis }: TurnoverParts): string {
  return basis === "all" ? "all turnover" : "known customers";
}
