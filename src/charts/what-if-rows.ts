import type { ActionPlan, PlannedList } from "../segments/plan/action-plan.js";
import type { WhatIfRow } from "./what-if-actions.js";

/** Rows of a list, so that customers who become worth a contact come in one after the other. */
const partsOfList = 8;

/**
 * A plan's lists as rows for `actionWhatIf`: of each list the customers whom it wins and who are not held out, in parts of
 * customers who bring about as much. As assumed, without a limit of the budget, they add up to the plan's profit.
 *
 * @param plan what `planActions` gives
 * @returns up to sixteen rows a list; none without a forecast
 * @example
 * show(actionWhatIf(whatIfRows(plan), { margin: 0.4, budget: plan.budget, currency: plan.currency }));
 */
export function whatIfRows(plan: ActionPlan): WhatIfRow[] {
  const { customers } = plan;
  const members = plan.lists.map(() => [] as number[]);
  customers.list.forEach((list, i) => {
    if (!customers.heldOut[i] && customers.baseline[i] !== null && customers.orderValue[i] !== null)
      members[list]!.push(i);
  });
  return plan.lists.flatMap((list, l) => {
    const profit = (i: number): number => customers.profitBase[i] ?? 0;
    const sorted = members[l]!.sort((a, b) => profit(b) - profit(a) || a - b);
    // whom the plan writes to stand in rows of their own
    const worthIt = sorted.filter((i) => profit(i) > 0);
    const halves = [worthIt, sorted.slice(worthIt.length)];
    const least = plan.smallestGroup ?? 1;
    const isSmall = halves.some(({ length }) => length > 0 && length < least);
    // of redacted customers no row holds fewer than may be told
    const told = (isSmall ? [sorted] : halves).filter(({ length }) => length >= least);
    return told.flatMap((half) => inParts(half, least).map((part) => rowOf(list, part, plan)));
  });
}

function inParts(members: readonly number[], least: number): number[][] {
  const parts = Math.min(partsOfList, Math.floor(members.length / least));
  const edge = (part: number): number => Math.round((part * members.length) / parts);
  return Array.from({ length: parts }, (_, part) => members.slice(edge(part), edge(part + 1)));
}

function rowOf({ name, action }: PlannedList, part: readonly number[], { customers }: ActionPlan): WhatIfRow {
  const value = (i: number): number => customers.orderValue[i]!;
  const baseline = (i: number): number => customers.baseline[i]!;
  const sum = (of: (i: number) => number): number => part.reduce((total, i) => total + of(i), 0);
  const values = sum(value);
  // weighted by the order's value, as profit weighs it; a probability stays below 1
  const weighted = (assumed: number): number =>
    values > 0 ? sum((i) => Math.min(assumed, 1 - baseline(i)) * value(i)) / values : assumed;
  const { uplift, discount, contactCost } = action;
  return {
    ...{ segment: name, action: action.goal, customers: part.length, discount, contactCost },
    orderValue: values / part.length,
    baseline: sum(baseline) / part.length,
    baselineValue: sum((i) => baseline(i) * value(i)) / part.length,
    uplift: { low: weighted(uplift.low), base: weighted(uplift.base), high: weighted(uplift.high) },
  };
}
