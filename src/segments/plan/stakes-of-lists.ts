import type { NoForecast, PurchaseForecast } from "../../prediction/purchase-forecast.js";
import type { PurchaseSummary } from "../../prediction/purchase-summary.js";
import { valueAtStake } from "../../prediction/value-at-stake.js";
import type { Cases } from "../playbook/playbook.js";

/** Value at stake with the customers that each list wins, and in all; null without a forecast. */
export interface ListStakes {
  readonly lists: readonly (Cases | null)[];
  readonly total: Cases | null;
}

/** Asks `valueAtStake` what is at stake with the plan's customers, by winning list. */
export function stakesOfLists(
  ids: readonly string[],
  list: readonly number[],
  lists: number,
  forecast: PurchaseForecast | NoForecast,
  { ratios, seed }: { readonly ratios: readonly number[]; readonly seed: number },
): ListStakes {
  const none = { lists: new Array<null>(lists).fill(null), total: null };
  if ("reason" in forecast) return none;
  const listOf = new Map(ids.map((id, i) => [id, list[i]!]));
  const summary = part(forecast.summary, (id) => listOf.has(id));
  if (summary.customers.length === 0) return none;
  const stake = valueAtStake(summary, forecast, {
    horizonDays: forecast.horizonDays,
    season: forecast.season.factor,
    segments: summary.customers.map((id) => String(listOf.get(id))),
    ratios,
    seed,
  });
  const bySegment = new Map(stake.segments.map((one) => [one.segment, one]));
  return {
    lists: Array.from({ length: lists }, (_, i) => plain(bySegment.get(String(i)) ?? { low: 0, base: 0, high: 0 })),
    total: plain(stake.total),
  };
}

/** Where the data leave a parameter open there is no range: all three are the base. */
function plain({ low, base, high }: Cases): Cases {
  return Number.isNaN(low) || Number.isNaN(high) ? { low: base, base, high: base } : { low, base, high };
}

function part(summary: PurchaseSummary, has: (id: string) => boolean): PurchaseSummary {
  const kept = (_: unknown, i: number): boolean => has(summary.customers[i]!);
  return {
    asOf: summary.asOf,
    customers: summary.customers.filter(has),
    frequency: summary.frequency.filter(kept),
    recencyDays: summary.recencyDays.filter(kept),
    ageDays: summary.ageDays.filter(kept),
    logGaps: summary.logGaps.filter(kept),
    valuedDays: summary.valuedDays.filter(kept),
    meanDayValue: summary.meanDayValue.filter(kept),
  };
}
