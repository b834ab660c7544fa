import type { FittedPurchases } from "./fit-purchases.js";
import { ordersIfAlive } from "./orders-if-alive.js";
import { probabilityAlive } from "./probability-alive.js";
import type { PurchaseHistory } from "./purchase-model.js";

/**
 * How many purchase days each customer is expected to have in the days after the cut-off, given the history: expected
 * orders of those who are still there, times the probability of being so.
 *
 * Fader, Hardie and Lee (2005), eq. 10, and its like for the other models, as a sum of positive terms in place of the
 * hypergeometric function: exact for k above 1 too, where the literature approximates.
 *
 * @param fit a fitted model
 * @param history what `purchaseSummary` gives
 * @param horizonDays days that are looked ahead
 * @returns one expected number of purchase days a customer
 */
export function expectedOrders(
  fit: Pick<FittedPurchases, "model" | "parameters">,
  history: PurchaseHistory,
  horizonDays: number,
): Float64Array {
  const alive = probabilityAlive(fit, history);
  return ordersIfAlive(fit, history, horizonDays).map((orders, i) => orders * alive[i]!);
}
