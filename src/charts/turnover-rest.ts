import type { TurnoverDay } from "../sales/exploration/decompose-turnover.js";
import { roundTo, shortMoney } from "./short-number.js";
import { tone } from "./theme.js";

/** The lowest panel of `turnoverParts`: what trend and weekday do not explain, with the days that are farthest off. */
export function turnoverRest(
  days: readonly TurnoverDay[],
  symbol: string,
  x: Record<string, unknown>,
): Record<string, unknown> {
  const known = days.filter((day) => day.rest !== null && day.rest > 0);
  const span = days.length > 1 ? timeOf(days.at(-1)!) - timeOf(days[0]!) : 0;
  const far: TurnoverDay[] = [];
  for (const day of [...known].sort((a, b) => distance(b) - distance(a) || timeOf(a) - timeOf(b)).slice(0, 8)) {
    // labels that would cover each other are left out
    if (far.every((other) => Math.abs(timeOf(day) - timeOf(other)) > span / 5)) far.push(day);
  }
  const labels = far.map((day) => ({
    date: day.date,
    rest: roundTo(day.rest!, 4),
    text: `${day.date}: ${shortMoney(day.turnover, symbol)}`,
  }));
  const y = {
    field: "rest",
    type: "quantitative",
    title: "times expected",
    scale: { type: "log", domain: range(known.map((day) => day.rest!)) },
  };
  return {
    width: 580,
    height: 110,
    encoding: { x },
    layer: [
      {
        transform: [{ filter: "datum.rest > 0" }],
        mark: { type: "point", filled: true, size: 12, opacity: 0.8 },
        encoding: {
          y: { ...y, axis: { format: "~r", tickCount: 5 } },
          tooltip: [
            { field: "date", type: "nominal", title: "day" },
            { field: "turnover", type: "quantitative", title: "turnover", format: ",.2f" },
            { field: "rest", type: "quantitative", title: "times expected", format: ".2f" },
          ],
        },
      },
      {
        data: { values: labels },
        mark: { type: "text", align: "left", dx: 6, fontSize: 10, color: tone.accent },
        encoding: { y, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

function timeOf({ date }: TurnoverDay): number {
  return Date.parse(date);
}

// a third as much is as far off as three times as much
function distance({ rest: times }: TurnoverDay): number {
  return Math.abs(Math.log(times!));
}

function range(values: readonly number[]): [number, number] {
  return [Math.min(0.5, ...values) * 0.8, Math.max(2, ...values) * 1.25];
}
