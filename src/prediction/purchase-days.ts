import type { Sales } from "../sales/open-sales.js";

/**
 * Counts the purchase days of some customers from a day to the one before another.
 *
 * @param customers ids; who bought nothing has 0
 * @param from yyyy-mm-dd, the first day
 * @param to yyyy-mm-dd, the day after the last
 */
export async function purchaseDays(
  sales: Pick<Sales, "database">,
  customers: readonly string[],
  from: string,
  to: string,
): Promise<Float64Array> {
  const rows = await sales.database.rows<{ customer: string; days: number }>(
    `SELECT CAST(customer AS VARCHAR) AS customer, count(DISTINCT CAST(ordered_at AS DATE)) AS days FROM orders
    WHERE ordered_at >= CAST($1 AS DATE) AND ordered_at < CAST($2 AS DATE) AND customer IS NOT NULL GROUP BY customer`,
    [from, to],
  );
  const found = new Map(rows.map((row) => [row.customer, row.days]));
  return Float64Array.from(customers, (customer) => found.get(customer) ?? 0);
}
