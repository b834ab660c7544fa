import { SegmentLabError } from "../core/errors.js";

/** Customers of an action who are alike, with what is assumed of writing to them. */
export interface WhatIfRow {
  /** Rows of one segment and action are parts of one list: those parts are written to that are worth it. */
  readonly segment: string;
  readonly action: string;
  readonly customers: number;
  /** Net value of an order, in the currency. */
  readonly orderValue: number;
  /** Probability of a purchase in the period without the action, 0 to 1. */
  readonly baseline: number;
  /** The mean of baseline × order value, which is not the product of their means; that product where left out. */
  readonly baselineValue?: number;
  /** Added probability of a purchase: 0.02 is two percentage points. */
  readonly uplift: { readonly low: number; readonly base: number; readonly high: number };
  /** Cost of the discount as a share of the order's value, 0 to 1. */
  readonly discount: number;
  /** In the currency. */
  readonly contactCost: number;
}

/** What the reader can move. */
export interface WhatIfSettings {
  /** Factors on what is assumed. */
  readonly uplift: number;
  readonly contactCost: number;
  /** Added to every discount, as a share: 0.05 is five percentage points more. */
  readonly discount: number;
  /** 0 to 1. */
  readonly margin: number;
  /** For contacts. */
  readonly budget: number;
  /** What is paid first: the most profit, the most a contact, or the most for what the contacts cost. */
  readonly first: "profit" | "contact" | "return";
}

/** An action under some settings. */
export interface RankedAction {
  readonly segment: string;
  readonly action: string;
  readonly low: number;
  readonly profit: number;
  readonly high: number;
  /** Those worth it; all of them where none is. */
  readonly contacts: number;
  /** Of the contacts. */
  readonly cost: number;
  /** The uplift at which the profit of the contacts is 0; null where no uplift helps. */
  readonly breakEven: number | null;
  /** How much of the contacts the budget pays for, 0 to 1. */
  readonly share: number;
}

/** The place of each row's action among the actions, in the order in which they first occur. */
export function actionsOf(rows: readonly WhatIfRow[]): Int32Array {
  const places = new Map<string, number>();
  return Int32Array.from(rows, ({ segment, action }) => {
    const key = JSON.stringify([segment, action]);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
}

/**
 * Expected profit of each action, contacts × (Δp·(m − d)·V − d·p₀V − c), the best first, and what the budget pays for in
 * that order: the last list may be written to in part, and what makes a loss never is.
 */
export function rankWhatIf(rows: readonly WhatIfRow[], settings: WhatIfSettings): RankedAction[] {
  const { margin } = settings;
  const places = actionsOf(rows);
  const parts = rows.map((row, r) => {
    const { customers, orderValue, baseline, baselineValue = baseline * orderValue, uplift } = row;
    const discount = Math.max(0, Math.min(1, row.discount + settings.discount));
    const contact = row.contactCost * settings.contactCost;
    const gain = (margin - discount) * orderValue;
    const fixed = discount * baselineValue + contact;
    // a probability stays from 0 to 1
    const room = orderValue > 0 ? 1 - baselineValue / orderValue : 1 - baseline;
    const lift = (one: number): number => Math.max(-baseline, Math.min(one * settings.uplift, room));
    const profitAt = (one: number): number => customers * (lift(one) * gain - fixed);
    const ends = [profitAt(uplift.low), profitAt(uplift.high)];
    return {
      ...{ place: places[r]!, segment: row.segment, action: row.action, contacts: customers },
      ...{ low: Math.min(...ends), profit: profitAt(uplift.base), high: Math.max(...ends) },
      ...{ cost: customers * contact, gain: customers * gain, fixed: customers * fixed },
    };
  });
  const actions = [...new Set(places)].map((place) => {
    const own = parts.filter((part) => part.place === place);
    const worthIt = own.filter(({ profit }) => profit > 0);
    const written = worthIt.length > 0 ? worthIt : own;
    const sum = (of: "low" | "profit" | "high" | "contacts" | "cost" | "gain" | "fixed"): number =>
      written.reduce((total, part) => total + part[of], 0);
    const { segment, action } = own[0]!;
    const [profit, cost, gain] = [sum("profit"), sum("cost"), sum("gain")];
    const divisors = { profit: 1, contact: Math.max(sum("contacts"), 1e-9), return: Math.max(cost, 0.01) };
    const first = profit / divisors[settings.first];
    const breakEven = gain > 0 ? sum("fixed") / gain : null;
    const sums = { low: sum("low"), profit, high: sum("high"), contacts: sum("contacts"), cost, breakEven };
    return { place, first, one: { segment, action, ...sums } };
  });
  actions.sort((a, b) => b.first - a.first || a.place - b.place);
  let claimed = 0;
  return actions.map(({ one }) => {
    if (one.profit <= 0) return { ...one, share: 0 };
    const share = one.cost > 0 ? Math.max(0, Math.min(1, (settings.budget - claimed) / one.cost)) : 1;
    claimed += one.cost;
    return { ...one, share };
  });
}

/** @throws SegmentLabError `bad-value` for the first row with a number that cannot be */
export function checkWhatIf(rows: readonly WhatIfRow[]): void {
  for (const row of rows) {
    const { low, base, high } = row.uplift;
    const refuse = (what: string, value: number, want: string): never => {
      throw new SegmentLabError("bad-value", `${what} of "${row.action}" (${row.segment}) is ${value}; give ${want}`);
    };
    const share = (what: "baseline" | "discount"): void => {
      if (!(row[what] >= 0 && row[what] <= 1)) refuse(what, row[what], "a number from 0 to 1");
    };
    const amount = (what: "customers" | "orderValue" | "contactCost"): void => {
      if (!(row[what] >= 0 && row[what] < Number.POSITIVE_INFINITY)) refuse(what, row[what], "a number of at least 0");
    };
    amount("customers");
    amount("orderValue");
    share("baseline");
    const most = row.orderValue * (1 + 1e-9);
    if (row.baselineValue !== undefined && !(row.baselineValue >= 0 && row.baselineValue <= most))
      refuse("baselineValue", row.baselineValue, "a number from 0 to the order value");
    share("discount");
    amount("contactCost");
    for (const value of [low, base, high])
      if (!(value >= -1 && value <= 1)) refuse("an uplift", value, "a number from -1 to 1");
    if (!(low <= base && base <= high)) refuse("the low uplift", low, "low, base and high in ascending order");
  }
}
