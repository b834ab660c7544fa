import { expectedOrderValue } from "./expected-order-value.js";
import type { FittedPurchases } from "./fit-purchases.js";
import type { FittedValues } from "./fit-values.js";
import { ordersIfAlive } from "./orders-if-alive.js";
import { probabilityAlive } from "./probability-alive.js";
import type { PurchaseHistory } from "./purchase-model.js";
import type { ValueHistory } from "./value-model.js";

/** The factors of what is at stake, and their product, one number a customer. */
export interface Stakes {
  readonly probabilityAlive: Float64Array;
  readonly ordersIfAlive: Float64Array;
  readonly orderValue: Float64Array;
  readonly stake: Float64Array;
}

/** Season factor × expected orders if still there × (1 − probability of that) × expected value of an order. */
export function stakesOf(
  purchases: Pick<FittedPurchases, "model" | "parameters">,
  values: Pick<FittedValues, "parameters">,
  history: PurchaseHistory & ValueHistory,
  horizonDays: number,
  season: number,
): Stakes {
  const alive = probabilityAlive(purchases, history);
  const orders = ordersIfAlive(purchases, history, horizonDays).map((one) => one * season);
  const orderValue = expectedOrderValue(values, history);
  const stake = orders.map((one, i) => one * (1 - alive[i]!) * orderValue[i]!);
  return { probabilityAlive: alive, ordersIfAlive: orders, orderValue, stake };
}
