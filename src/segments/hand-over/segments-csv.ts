import { type CsvColumn, toCsv } from "../../core/csv.js";
import type { ActionPlan } from "../plan/action-plan.js";
import { profileColumns } from "../profile-segments.js";
import type { ListProfiles } from "./list-profiles.js";

/** What says more as a share of the customers, or is too often unknown, than as a median. */
const withoutMedian: readonly string[] = ["revenue_trend", "one_time", "newcomer"];

/** Columns whose medians are written, their unit in their name or the README. */
const medians = profileColumns.filter((name) => !withoutMedian.includes(name));

/**
 * The segments of both lenses, one line each in rank: who sits in them (size, net revenue, shares of the shop, medians),
 * and whom their list wins (those, and the money and the value at stake, add up over all lines).
 *
 * @param plan as `planActions` gives it
 * @param profiles as `listProfiles` gives them
 * @returns CSV; money in the currency of the last column, shares 0 to 1, empty where a value is not known
 */
export function segmentsCsv(plan: ActionPlan, { lists: profiles }: ListProfiles): string {
  return toCsv(segmentColumns(plan, profiles));
}

function segmentColumns({ lists, currency }: ActionPlan, profiles: ListProfiles["lists"]): CsvColumn[] {
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  const column = (name: string, value: (place: number) => unknown): CsvColumn => ({
    name,
    values: lists.map((_, place) => value(place)),
  });
  return [
    column("segment", (i) => lists[i]!.name),
    column("list", (i) => lists[i]!.id),
    column("lens", (i) => lists[i]!.lens),
    column("persona", (i) => lists[i]!.persona),
    column("rank", (i) => lists[i]!.rank),
    column("priority", (i) => lists[i]!.priority),
    column("start_within_days", (i) => lists[i]!.startWithinDays),
    column("customers", (i) => profiles[i]!.customers),
    column("customer_share", (i) => profiles[i]!.customerShare),
    column("net_revenue", (i) => profiles[i]!.revenue),
    column("net_revenue_share", (i) => profiles[i]!.revenueShare),
    ...medians.map((name) => column(`median_${name}`, (i) => known(profiles[i]!.columns[name]?.median))),
    column("customers_won", (i) => lists[i]!.size.customers),
    column("net_revenue_won", (i) => lists[i]!.revenue),
    column("contacts", (i) => lists[i]!.size.statuses.contact),
    column("held_out", (i) => lists[i]!.size.statuses["hold-out"]),
    column("stake_low", (i) => lists[i]!.stake?.low),
    column("stake", (i) => lists[i]!.stake?.base),
    column("stake_high", (i) => lists[i]!.stake?.high),
    column("profit_low", (i) => lists[i]!.money?.profit.low),
    column("profit", (i) => lists[i]!.money?.profit.base),
    column("profit_high", (i) => lists[i]!.money?.profit.high),
    column("contact_cost", (i) => lists[i]!.money?.contactCost),
    column("currency", () => currency),
  ];
}
