import type { Sales } from "../open-sales.js";
import type { Distribution } from "./distribution.js";
import { distributionOf } from "./distribution-of.js";

/**
 * How much an order of a known customer is worth, before returns; two bins a doubling.
 *
 * @param sales what `openSales` gave
 * @returns bins of orders, with count, median, mean and deciles; null where there is no order of a known customer
 */
export function orderValues(sales: Sales): Promise<Distribution | null> {
  return distributionOf(sales, "SELECT gross_revenue AS value FROM orders", 2);
}
