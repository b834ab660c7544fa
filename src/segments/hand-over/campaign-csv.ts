import { type CsvColumn, toCsv } from "../../core/csv.js";
import { weekdayNames } from "../../core/weekday-names.js";
import type { ActionPlan, ContactStatus } from "../plan/action-plan.js";
import { listCustomers } from "./plan-members.js";

/** Those to write to first. */
const statuses: readonly ContactStatus[] = ["contact", "hold-out", "no-forecast", "not-worth-it", "over-budget"];

/**
 * The customers whom a list wins, one line each, those to write to first and then by id: so every customer of a plan stands
 * in the file of exactly one list. Text that a spreadsheet would run is guarded; numbers are written in full.
 *
 * @param plan as `planActions` gives it
 * @param place which of its lists
 * @returns CSV with `customer`, `segment`, `rfm_segment`, `reason`, `offer`, `channel`, `best_weekday`, `best_hour` (0 to 23),
 *   `holdout`, `status`, and expected profit of a contact in the currency of the last column
 */
export function campaignCsv(plan: ActionPlan, place: number): string {
  return toCsv(campaignColumns(plan, place));
}

function campaignColumns(plan: ActionPlan, place: number): CsvColumn[] {
  const { customers, lists, currency } = plan;
  const rows = contactOrder(plan, listCustomers(plan, place));
  const { reason, action } = lists[place]!;
  const column = (name: string, value: (i: number) => unknown) => ({ name, values: rows.map(value) });
  return [
    column("customer", (i) => customers.customer[i]),
    column("segment", (i) => customers.segment[i]),
    column("rfm_segment", (i) => customers.rfmSegment[i]),
    column("reason", () => reason),
    column("offer", () => action.offer),
    column("channel", () => action.channel),
    column("best_weekday", (i) => weekdayNames[(customers.weekday[i] ?? 0) - 1]),
    column("best_hour", (i) => customers.hour[i]),
    column("holdout", (i) => (customers.heldOut[i] ? "yes" : "no")),
    column("status", (i) => customers.status[i]),
    column("expected_profit_low", (i) => customers.profitLow[i]),
    column("expected_profit", (i) => customers.profitBase[i]),
    column("expected_profit_high", (i) => customers.profitHigh[i]),
    column("currency", () => currency),
  ];
}

/** Customers with those to write to first, then by id. */
export function contactOrder({ customers }: ActionPlan, places: readonly number[]): number[] {
  const rank = (i: number) => statuses.indexOf(customers.status[i]!);
  return places.toSorted((a, b) => rank(a) - rank(b) || a - b);
}
