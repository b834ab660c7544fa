import type { ContactStatus } from "./action-plan.js";
import { type CustomerForecast, profitsOf, type RankedList } from "./customer-forecast.js";

/** Who is won by which list and contacted by it. */
export interface Assignment {
  /** Place of each customer's winning list among the ranked ones. */
  readonly list: Int32Array;
  readonly status: readonly ContactStatus[];
  /** Held out where a contact would have been worth it and paid: who the contacted are compared with. */
  readonly isCompared: readonly boolean[];
  /** Expected profit of a contact by the winning list's action; NaN where unknown. */
  readonly low: Float64Array;
  readonly base: Float64Array;
  readonly high: Float64Array;
}

/** What `assignContacts` goes by. */
export interface ContactRules {
  readonly margin: number;
  /** Null for no limit. */
  readonly budget: number | null;
  readonly heldOut: readonly boolean[];
  readonly netRevenue: Float64Array;
}

/**
 * Gives each customer to the first list in rank that has them, and decides whom to contact: not those held out, not those
 * whose contact is expected to bring nothing, and as many as the budget pays, list by list in rank, in a list the largest
 * profit first (net revenue without a forecast), then the smaller id.
 */
export function assignContacts(
  lists: readonly RankedList[],
  forecast: CustomerForecast | null,
  { margin, budget, heldOut, netRevenue }: ContactRules,
): Assignment {
  const n = heldOut.length;
  const list = new Int32Array(n).fill(-1);
  const status = new Array<ContactStatus>(n).fill("no-forecast");
  const isCompared = new Array<boolean>(n).fill(false);
  const [low, base, high] = [0, 0, 0].map(() => new Float64Array(n).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let left = budget ?? Number.POSITIVE_INFINITY;
  lists.forEach(({ members, entry }, place) => {
    const won = members.filter((i) => list[i] === -1);
    const profits = forecast && profitsOf(forecast, entry, margin, won);
    won.forEach((i, j) => {
      list[i] = place;
      if (!profits) return;
      low[i] = profits.low[j]!;
      base[i] = profits.base[j]!;
      high[i] = profits.high[j]!;
    });
    const weight = profits ? base : netRevenue;
    const queue = won.filter((i) => !Number.isNaN(weight[i]!)).sort((a, b) => weight[b]! - weight[a]! || a - b);
    // a hair of a cent, so that 10 contacts at 0.1 fit into 1
    let paid = entry.contactCost === 0 ? Number.POSITIVE_INFINITY : Math.floor(left / entry.contactCost + 1e-9);
    let contacts = 0;
    for (const i of queue) {
      const isWorth = !profits || base[i]! > 0;
      if (heldOut[i]) {
        status[i] = "hold-out";
        isCompared[i] = isWorth && paid > 0;
      } else if (!isWorth) status[i] = "not-worth-it";
      else if (paid > 0) {
        status[i] = "contact";
        paid--;
        contacts++;
      } else status[i] = "over-budget";
    }
    for (const i of won) if (heldOut[i]) status[i] = "hold-out";
    left = Math.max(0, left - contacts * entry.contactCost);
  });
  return { list, status, isCompared, low, base, high };
}
