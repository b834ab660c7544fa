import { sumInOrder } from "../../features/rfm/sum-in-order.js";
import type { SegmentAction } from "../playbook/playbook.js";
import type { ListMoney } from "./action-plan.js";
import type { Assignment } from "./assign-contacts.js";
import type { CustomerForecast } from "./customer-forecast.js";
import { breakEvenUplift } from "./profit-of-contact.js";

/**
 * Adds up a list's money from its customers: nothing is worked out from means that the customers do not add up to.
 *
 * @param contacts places of the contacted customers
 * @param compared places of the held-out customers whose contact would have been worth it
 * @returns the sums; null where nobody is contacted
 */
export function listMoney(
  { uplift, discount, contactCost }: SegmentAction,
  margin: number,
  { baseline, orderValue }: CustomerForecast,
  assignment: Assignment,
  contacts: readonly number[],
  compared: readonly number[],
): ListMoney | null {
  const n = contacts.length;
  if (n === 0) return null;
  const sum = (of: (i: number) => number, over = contacts): number => sumInOrder(over.map(of));
  const profit = {
    low: sum((i) => assignment.low[i]!),
    base: sum((i) => assignment.base[i]!),
    high: sum((i) => assignment.high[i]!),
  };
  const values = sum((i) => orderValue[i]!);
  const room = (assumed: number) => (i: number) => Math.min(assumed, 1 - baseline[i]!) * orderValue[i]!;
  const weighted = (assumed: number): number => (values > 0 ? sum(room(assumed)) / values : 0);
  const means = {
    orderValue: values / n,
    baseline: sum((i) => baseline[i]!) / n,
    baselineValue: sum((i) => baseline[i]! * orderValue[i]!) / n,
    uplift: { low: weighted(uplift.low), base: weighted(uplift.base), high: weighted(uplift.high) },
  };
  return {
    profit,
    profitPerContact: { low: profit.low / n, base: profit.base / n, high: profit.high / n },
    means,
    breakEven: breakEvenUplift({
      orderValue: means.orderValue,
      // weighted by value, so that profit at the break-even is nought
      baseline: means.orderValue > 0 ? means.baselineValue / means.orderValue : 0,
      margin,
      discount,
      contactCost,
    }),
    contactCost: n * contactCost,
    discountCost: discount * n * (means.baselineValue + means.uplift.base * means.orderValue),
    holdoutPrice: sum((i) => assignment.base[i]!, compared),
  };
}
