import { toCsv } from "../../core/csv.js";
import { weekdayNames } from "../../core/weekday-names.js";
import type { ActionPlan } from "../plan/action-plan.js";
import { contactOrder } from "./campaign-csv.js";

/**
 * All customers of a segment, whichever lists win them, one line each: those to write to first, then by id.
 *
 * @param places the segment's customers, as places in the plan's columns
 * @returns CSV as `campaignCsv` writes it, with the campaign of each and without what is the same for a whole campaign
 */
export function segmentCsv(plan: ActionPlan, places: readonly number[]): string {
  const { customers, lists, currency } = plan;
  const rows = contactOrder(plan, places);
  const column = (name: string, value: (i: number) => unknown) => ({ name, values: rows.map(value) });
  return toCsv([
    column("customer", (i) => customers.customer[i]),
    column("campaign", (i) => lists[customers.list[i]!]!.name),
    column("channel", (i) => lists[customers.list[i]!]!.action.channel),
    column("best_weekday", (i) => weekdayNames[(customers.weekday[i] ?? 0) - 1]),
    column("best_hour", (i) => customers.hour[i]),
    column("holdout", (i) => (customers.heldOut[i] ? "yes" : "no")),
    column("status", (i) => customers.status[i]),
    column("expected_profit", (i) => customers.profitBase[i]),
    column("currency", () => currency),
  ]);
}
