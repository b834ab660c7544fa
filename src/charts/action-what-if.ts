import { SegmentLabError } from "../core/errors.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { segmentColours } from "./segment-colours.js";
import { currencySymbol, shortMoney } from "./short-number.js";
import { actionsOf, checkWhatIf, type RankedAction, rankWhatIf, type WhatIfRow } from "./what-if-actions.js";
import { whatIfControls } from "./what-if-controls.js";
import { whatIfPanels } from "./what-if-panels.js";
import { whatIfTransforms } from "./what-if-transforms.js";

/** What `actionWhatIf` takes beside its rows. */
export interface WhatIfOptions {
  /** Share of an order's net value that is left after the goods are paid, 0 to 1. */
  readonly margin: number;
  /** What may be spent on contacts; what all that pay cost unless given. */
  readonly budget?: number | null;
  /** The code of the money, GBP where left out. */
  readonly currency?: string;
  /** Segments of charts beside it, so that each has the same colour in all of them. */
  readonly among?: readonly string[];
}

/**
 * Ranks actions by expected profit, contacts × (Δp·(m − d)·V − d·p₀V − c), and ranks them anew as the reader moves uplift,
 * margin, cost of a contact, discount and budget. Filled bars are what the budget pays for; lines run from the low to the
 * high uplift; the orange mark is the uplift at which an action breaks even.
 *
 * @param rows one entry an action, or several where its customers differ: those of them are written to who are worth it
 * @param options `margin`, 0 to 1; `budget` for contacts, `currency`, `among`
 * @returns an interactive Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` for a probability outside 0–1 or a negative amount; `bad-option`
 * @example
 * show(actionWhatIf(whatIfRows(plan), { margin: 0.4, budget: 2000, currency: sales.currency }));
 */
export function actionWhatIf(rows: readonly WhatIfRow[], options: WhatIfOptions): Chart {
  const { margin, currency = "GBP" } = options;
  checkWhatIf(rows);
  if (!(margin >= 0 && margin <= 1))
    throw new SegmentLabError("bad-option", `margin ${margin} is not possible; give a number from 0 to 1`);
  const symbol = currencySymbol(currency);
  const assumed = { uplift: 1, contactCost: 1, discount: 0, margin, first: "profit" } as const;
  const paying = rankWhatIf(rows, { ...assumed, budget: 0 }).filter(({ profit }) => profit > 0);
  const budget = options.budget ?? Math.ceil(paying.reduce((sum, { cost }) => sum + cost, 0));
  if (!(budget >= 0 && budget < Number.POSITIVE_INFINITY))
    throw new SegmentLabError("bad-option", `budget ${budget} is not possible; give a number of at least 0`);
  const ranked = rankWhatIf(rows, { ...assumed, budget });
  const uplifts = rows.flatMap(({ uplift }) => [uplift.low, uplift.high]);
  const controls = whatIfControls({
    ...{ margin, budget, symbol, mostCost: 1.5 * rows.reduce((sum, row) => sum + row.customers * row.contactCost, 0) },
    mostDiscount: Math.max(0, ...rows.map(({ discount }) => discount)),
    ...{ leastUplift: Math.min(0, ...uplifts), mostUplift: Math.max(0, ...uplifts) },
  });
  const colours = segmentColours(
    rows.map(({ segment }) => segment),
    options.among,
  );
  const places = actionsOf(rows);
  const values = rows.map((row, r) => ({
    a: places[r],
    segment: shortenText(row.segment, 28),
    action: shortenText(row.action, 34),
    what: row.action,
    colour: colours[r],
    ...{ n: row.customers, v: row.orderValue, p: row.baseline, d: row.discount, c: row.contactCost },
    pv: row.baselineValue ?? row.baseline * row.orderValue,
    ...{ ul: row.uplift.low, ub: row.uplift.base, uh: row.uplift.high },
  }));
  const panels = whatIfPanels(ranked.length, symbol);
  const message = messageOf(ranked, paying.length, budget, symbol);
  return createChart(
    `Interactive: ${message}. Bars of expected profit by action, what the budget pays for, and the break-even uplift ` +
      `follow the inputs ${controls.inputs.join(", ")}.`,
    {
      title: chartTitle(
        message,
        "filled: the budget pays for it; line: from low to high uplift; orange: uplift at which the action breaks even. Move the inputs: the actions rank anew",
      ),
      usermeta: { inputs: "above" },
      data: { values },
      params: controls.params,
      transform: whatIfTransforms(["segment", "action", "what", "colour"]),
      spacing: 14,
      vconcat: [panels.totals, { spacing: 12, hconcat: panels.rows }],
    },
  );
}

function messageOf(ranked: readonly RankedAction[], paying: number, budget: number, symbol: string): string {
  const best = ranked[0];
  if (!best) return "There is no action";
  const pays = `${paying} of ${ranked.length} ${ranked.length === 1 ? "action pays" : "actions pay"} as assumed`;
  if (paying === 0) return pays;
  const paid = ranked.reduce((sum, { profit, share }) => sum + profit * share, 0);
  const from = `a budget of ${shortMoney(budget, symbol)} for contacts`;
  if (paid === 0) return `${pays}, but ${from} pays for none`;
  return (
    `${pays}: ${shortMoney(paid, symbol)} expected profit from ${from}, ` +
    `first ${shortenText(best.segment, 30)} with ${shortMoney(best.profit, symbol)}`
  );
}
