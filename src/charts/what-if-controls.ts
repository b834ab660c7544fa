import { inertText } from "./inert-text.js";

/** What the inputs begin with. */
export interface WhatIfStart {
  /** 0 to 1. */
  readonly margin: number;
  readonly budget: number;
  /** The greatest cost that the budget's slider has to reach. */
  readonly mostCost: number;
  /** The greatest discount of any action, as a share. */
  readonly mostDiscount: number;
  /** The least uplift that is assumed of any action, at most 0, and the greatest. */
  readonly leastUplift: number;
  readonly mostUplift: number;
  readonly symbol: string;
}

/** The inputs of the what-if as Vega-Lite params, and the names of these inputs. */
export function whatIfControls(start: WhatIfStart): {
  readonly params: readonly Record<string, unknown>[];
  readonly inputs: readonly string[];
} {
  const sign = inertText(start.symbol.trim());
  const percent = Number((100 * start.margin).toPrecision(6));
  const step = niceStep(Math.max(start.mostCost, start.budget) / 100);
  const most = step * Math.max(1, Math.ceil(Math.max(start.mostCost, start.budget) / step));
  const times = (name: string, label: string, max: number) => slider(name, label, 1, [0, max, 0.1]);
  const bound = [
    times("upliftTimes", "uplift ×", 3),
    slider("marginPercent", "margin %", percent, [0, 100, Number.isInteger(percent) ? 1 : 0.1]),
    times("contactTimes", "cost of a contact ×", 5),
    // added, since most actions begin without one
    slider("discountPoints", "discount + % points", 0, [-Math.ceil(100 * start.mostDiscount), 30, 1]),
    slider("budget", `budget ${sign}`, start.budget, [0, most, step]),
    {
      name: "spendFirst",
      value: 0,
      bind: {
        input: "select",
        options: [0, 1, 2],
        labels: ["the most profit", "the most profit a contact", `the most profit for each ${sign} spent`],
        name: "pay first for ",
      },
    },
  ];
  return {
    inputs: ["uplift", "margin", "cost of a contact", "discount", "budget", "pay first for"],
    params: [
      ...bound,
      { name: "moneySign", value: start.symbol },
      // what is assumed stays in sight, however far the reader multiplies it
      { name: "mostUplift", value: Math.max(0.001, start.mostUplift) },
      { name: "leastUplift", value: start.leastUplift },
      { name: "upliftStart", expr: "1.25 * leastUplift * max(0.5, upliftTimes)" },
      { name: "upliftEdge", expr: "1.25 * mostUplift * max(0.5, upliftTimes)" },
    ],
  };
}

function slider(name: string, label: string, value: number, [min, max, step]: readonly [number, number, number]) {
  return { name, value, bind: { input: "range", min, max, step, name: `${label} ` } };
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function niceStep(size: number): number {
  if (!(size > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([1, 2, 5, 10].find((one) => one * power >= size * 0.999) ?? 10);
}
