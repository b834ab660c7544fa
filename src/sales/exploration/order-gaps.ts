import type { Sales } from "../open-sales.js";
import type { Distribution } from "./distribution.js";
import { distributionOf } from "./distribution-of.js";

/**
 * How many days pass between two days on which a customer orders; one bin a doubling. Gaps that are still open at the
 * end of the file are not in it, so that long gaps are counted too rarely.
 *
 * @param sales what `openSales` gave
 * @returns null where nobody ordered on two days
 */
export function orderGaps(sales: Sales): Promise<Distribution | null> {
  return distributionOf(
    sales,
    `SELECT date_diff('day', lag(day) OVER (PARTITION BY customer ORDER BY day), day) AS value
     FROM (SELECT DISTINCT customer, CAST(ordered_at AS DATE) AS day FROM orders)`,
    1,
  );
}
