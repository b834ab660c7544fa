import { sumInOrder } from "../../features/rfm/sum-in-order.js";
import type { NoForecast, PurchaseForecast } from "../../prediction/purchase-forecast.js";
import type { Cases, SegmentAction } from "../playbook/playbook.js";
import type { DraftList } from "./draft-lists.js";
import { profitOfContact } from "./profit-of-contact.js";

/** What is expected of the plan's customers, one number each; NaN for a customer without history. */
export interface CustomerForecast {
  readonly baseline: Float64Array;
  readonly orderValue: Float64Array;
}

/** The forecast in the order of the plan's customers; null where there is none. */
export function customerForecast(
  ids: readonly string[],
  forecast: PurchaseForecast | NoForecast,
): CustomerForecast | null {
  if ("reason" in forecast) return null;
  const place = new Map(forecast.summary.customers.map((id, i) => [id, i]));
  const of = (values: Float64Array): Float64Array =>
    Float64Array.from(ids, (id) => values[place.get(id) ?? -1] ?? Number.NaN);
  return { baseline: of(forecast.probability), orderValue: of(forecast.orderValue) };
}

/** Expected profit of a contact with each of some customers by an action, in each case; NaN without history. */
export function profitsOf(
  { baseline, orderValue }: CustomerForecast,
  { uplift, discount, contactCost }: SegmentAction,
  margin: number,
  members: Int32Array,
): Readonly<Record<keyof Cases, Float64Array>> {
  const profits = (assumed: number): Float64Array =>
    Float64Array.from(members, (i) =>
      profitOfContact({
        uplift: assumed,
        baseline: baseline[i]!,
        orderValue: orderValue[i]!,
        margin,
        discount,
        contactCost,
      }),
    );
  return { low: profits(uplift.low), base: profits(uplift.base), high: profits(uplift.high) };
}

/** A draft with what it is ranked by. */
export interface RankedList extends DraftList {
  /** Expected base profit of a contact, mean over all members with history; null without any. */
  readonly rankedBy: number | null;
}

/**
 * Puts lists in the order in which they win customers and are paid: expected base profit of a contact, mean over all
 * members, the largest first; without a forecast the mean net revenue of a member; equals by name.
 */
export function rankLists(
  lists: readonly DraftList[],
  forecast: CustomerForecast | null,
  margin: number,
  netRevenue: Float64Array,
): RankedList[] {
  const mean = (values: Float64Array): number | null =>
    values.length === 0 ? null : sumInOrder(values) / values.length;
  const measured = lists.map((list) => {
    const rankedBy =
      forecast && mean(profitsOf(forecast, list.entry, margin, list.members).base.filter((one) => !Number.isNaN(one)));
    return { ...list, rankedBy, revenue: mean(Float64Array.from(list.members, (i) => netRevenue[i]!))! };
  });
  const weight = (list: (typeof measured)[number]): number =>
    forecast ? (list.rankedBy ?? Number.NEGATIVE_INFINITY) : list.revenue;
  return measured
    .sort((a, b) => {
      const [one, other] = [weight(a), weight(b)];
      return one === other ? (a.name < b.name ? -1 : 1) : other > one ? 1 : -1;
    })
    .map(({ revenue: _, ...list }) => list);
}
