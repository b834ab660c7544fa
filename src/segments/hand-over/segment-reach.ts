import { groupsOfAtLeast } from "../../sales/redaction/smallest-group.js";
import type { ActionPlan, PlannedList, StatusCounts } from "../plan/action-plan.js";
import { countStatuses } from "../plan/plan-totals.js";
import type { Cases } from "../playbook/playbook.js";

/** How many of a segment's customers a list wins, and what comes of them. */
export interface SegmentReach {
  readonly list: PlannedList;
  readonly customers: number;
  readonly statuses: StatusCounts;
  /** Expected profit over those who are contacted, in the file's currency; null without a forecast. */
  readonly profit: Cases | null;
  /** What contacting them costs. */
  readonly contactCost: number;
}

/**
 * Which lists reach a segment's customers: each customer counts in the one that wins, so that over all segments and those of
 * none the reach adds up to the plan; of redacted customers lists that win fewer than five of the segment are left out.
 *
 * @param places the segment's customers, as places in the plan's columns
 * @returns the list that wins most first
 */
export function segmentReach(plan: ActionPlan, places: readonly number[]): SegmentReach[] {
  const { lists, customers, noMoney } = plan;
  const all = lists
    .map((list, place) => {
      const won = places.filter((i) => customers.list[i] === place);
      const contacted = won.filter((i) => customers.status[i] === "contact");
      const sum = (of: readonly (number | null)[]) => contacted.reduce((total, i) => total + (of[i] ?? 0), 0);
      return {
        list,
        customers: won.length,
        statuses: countStatuses(won.map((i) => customers.status[i]!)),
        profit:
          noMoney === null
            ? { low: sum(customers.profitLow), base: sum(customers.profitBase), high: sum(customers.profitHigh) }
            : null,
        contactCost: contacted.length * list.action.contactCost,
      };
    })
    .filter((reach) => reach.customers > 0)
    .sort((a, b) => b.customers - a.customers || a.list.rank - b.list.rank);
  return groupsOfAtLeast(plan.smallestGroup, all);
}

/** Sums over lists, for a segment as a whole. */
export interface ReachSum {
  readonly customers: number;
  readonly contacts: number;
  readonly contactCost: number;
  readonly profit: Cases | null;
}

/** Adds up what lists reach. */
export function sumReach(reach: readonly SegmentReach[]): ReachSum {
  const sum = (of: (one: SegmentReach) => number) => reach.reduce((total, one) => total + of(one), 0);
  return {
    customers: sum(({ customers }) => customers),
    contacts: sum(({ statuses }) => statuses.contact),
    contactCost: sum(({ contactCost }) => contactCost),
    profit: reach.some(({ profit }) => profit === null)
      ? null
      : {
          low: sum(({ profit }) => profit!.low),
          base: sum(({ profit }) => profit!.base),
          high: sum(({ profit }) => profit!.high),
        },
  };
}
