import { sumInOrder } from "../../features/rfm/sum-in-order.js";
import type { Cases } from "../playbook/playbook.js";
import type { ContactStatus, PlannedList, PlanTotals, StatusCounts } from "./action-plan.js";

/** Counts how many customers have each status. */
export function countStatuses(statuses: readonly ContactStatus[]): StatusCounts {
  const counts = { contact: 0, "hold-out": 0, "not-worth-it": 0, "over-budget": 0, "no-forecast": 0 };
  for (const status of statuses) counts[status]++;
  return counts;
}

/** The plan in all: sums over the winning lists, in which each customer stands once. */
export function planTotals(
  lists: readonly PlannedList[],
  statuses: readonly ContactStatus[],
  hasMoney: boolean,
  stake: Cases | null,
): PlanTotals {
  const sum = (of: (list: PlannedList) => number): number => sumInOrder(lists.map(of));
  const profit = (name: keyof Cases): number => sum(({ money }) => money?.profit[name] ?? 0);
  return {
    customers: statuses.length,
    statuses: countStatuses(statuses),
    profit: hasMoney ? { low: profit("low"), base: profit("base"), high: profit("high") } : null,
    contactCost: sum(({ size, action }) => size.statuses.contact * action.contactCost),
    discountCost: hasMoney ? sum(({ money }) => money?.discountCost ?? 0) : null,
    holdoutPrice: hasMoney ? sum(({ money }) => money?.holdoutPrice ?? 0) : null,
    stake,
  };
}
