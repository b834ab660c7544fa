import { formatNumber } from "../../core/format.js";
import { groupsOfAtLeast, smallestGroup as leastGroup } from "../../sales/redaction/smallest-group.js";
import type { ActionPlan, Assumption, PlannedCustomers } from "./action-plan.js";
import { assignLists } from "./assign-lists.js";
import { bestTimes } from "./best-times.js";
import { compareLenses } from "./compare-lenses.js";
import { overlapRows } from "./overlap-rows.js";
import type { PlanInput, PlanOptions } from "./plan-input.js";
import { planLists } from "./plan-lists.js";
import { planNotes } from "./plan-notes.js";
import { planTotals } from "./plan-totals.js";
import { settleOptions } from "./settle-options.js";
import { stakesOfLists } from "./stakes-of-lists.js";

/**
 * Makes one plan of segments, forecast and playbook: whom to write to, with what, when, at what cost and gain, how the
 * shop will know, and what not to do. Lists come from the clusters and from RFM; a customer who sits in several belongs to
 * the one of the highest expected profit a contact. Money is worked out for each customer and added up; without a forecast
 * it is null, with the reason in words.
 *
 * Profit of a contact: Δp · (m · V − D) − p₀ · D − c (see `profitOfContact`). The order of rows and the numbering of
 * clusters change nothing.
 *
 * @param input customers, labels, segments, `forecast` of `purchaseForecast`, `times` of `contactTimes`, currency
 * @param options playbook, margin, budget, hold-out and tests; each number is carried in the plan with its source
 * @returns the plan as plain data, fit for JSON
 * @throws SegmentLabError `bad-option` for numbers out of range; `bad-value` for a playbook with a fault, or labels and
 *   segments that do not fit; `column-missing`
 * @example
 * const forecast = await purchaseForecast(sales);
 * const plan = planActions(
 *   { customers: customers, labels: labels, segments: segments, forecast: forecast, currency: sales.currency },
 *   { margin: 0.35 },
 * );
 */
export function planActions(input: PlanInput, options: PlanOptions = {}): ActionPlan {
  const settled = settleOptions(options);
  const { forecast, currency } = input;
  const assigned = assignLists(input, settled);
  const { draft, ranked, expected, assignment, heldOut } = assigned;
  const { ids, segment, rfmSegment, isNewcomer, netRevenue } = draft;
  const smallestGroup = input.redaction ? leastGroup : null;
  const list = Array.from(assignment.list);
  const times = bestTimes(ids, list, ranked.length, input.times ?? null);
  const stakes = stakesOfLists(ids, list, ranked.length, forecast, settled);
  const lists = planLists({
    input: assigned.input,
    draft,
    ranked,
    expected,
    assignment,
    times,
    stakes: stakes.lists,
    settled,
  });
  const customers: PlannedCustomers = {
    customer: ids,
    segment,
    rfmSegment,
    isNewcomer,
    list,
    status: assignment.status,
    heldOut,
    baseline: orNulls(expected?.baseline, ids.length),
    orderValue: orNulls(expected?.orderValue, ids.length),
    profitLow: orNulls(assignment.low, ids.length),
    profitBase: orNulls(assignment.base, ids.length),
    profitHigh: orNulls(assignment.high, ids.length),
    weekday: times.weekday,
    hour: times.hour,
  };
  const noMoney = "reason" in forecast ? forecast.reason : null;
  const totals = planTotals(lists, assignment.status, noMoney === null, stakes.total);
  const lenses = compareLenses(draft, assigned.input.customers, currency);
  const seasonOf = "reason" in forecast ? null : forecast.season;
  return {
    asOf: forecast.asOf,
    horizonDays: forecast.horizonDays,
    currency,
    season: seasonOf?.factor ?? 1,
    noMoney,
    model: "reason" in forecast ? null : modelOf(forecast.purchases.model, ids.length),
    assumptions: [horizon(forecast.horizonDays), ...settled.assumptions],
    holdout: settled.holdout,
    budget: settled.budget,
    smallestGroup,
    lists,
    customers,
    overlap: groupsOfAtLeast(smallestGroup, overlapRows(ranked, netRevenue, assigned.closed)),
    lenses: { ...lenses, cells: groupsOfAtLeast(smallestGroup, lenses.cells) },
    totals,
    notes: planNotes({
      settled,
      totals,
      currency,
      inNone: segment.filter((name) => name === null).length,
      years: seasonOf?.years ?? null,
      leftOut: assigned.leftOut,
      closed: ranked.filter(({ name }) => assigned.closed.has(name)).length,
    }),
  };
}

function orNulls(values: Float64Array | undefined, length: number): (number | null)[] {
  return Array.from({ length }, (_, i) => {
    const value = values?.[i];
    return value === undefined || Number.isNaN(value) ? null : value;
  });
}

function modelOf({ name, k }: { readonly name: string; readonly k: number }, customers: number): string {
  const purchases = name.replace("-k", `-${k}`);
  return `Purchases by ${purchases}, order values by Gamma–Gamma, fitted to ${formatNumber(customers)} customers.`;
}

function horizon(days: number): Assumption {
  return {
    name: "period",
    value: days,
    unit: "days",
    source: "set by the forecast",
    text: "Purchases in these days count; an action brings at most one more order in them.",
  };
}
