import type { Sales } from "../sales/open-sales.js";
import { duckdb } from "./dialect.js";
import { grainRelations } from "./grains.js";

/** An order of a customer. */
export interface CardOrder {
  readonly invoice: string;
  /** yyyy-mm-dd */
  readonly day: string;
  readonly lines: number;
  readonly units: number;
  /** Value of its lines, in the file's currency. */
  readonly gross: number;
  /** What is left of it after the returns that are matched to it. */
  readonly net: number;
  /** Value of those returns, 0 or more. */
  readonly returned: number;
}

/**
 * The orders of some customers before a day, as the features count them.
 *
 * @param ids the customers
 * @param asOf yyyy-mm-dd: what happened on this day or later does not count
 * @returns the orders of each customer who has any, the oldest first
 */
export async function customerOrders(
  sales: Sales,
  ids: readonly string[],
  asOf: string,
): Promise<Map<string, CardOrder[]>> {
  const found = new Map<string, CardOrder[]>();
  if (ids.length === 0) return found;
  const rows = await sales.rows<CardOrder & { readonly customer: string }>(
    `WITH ${grainRelations(["purchase"], asOf, duckdb).join(",\n")}
    SELECT CAST(customer AS VARCHAR) AS customer, CAST(invoice AS VARCHAR) AS invoice, CAST(day AS VARCHAR) AS day, lines, units,
      CAST(gross AS DOUBLE) AS gross, net, CAST(CAST(CAST(gross AS DOUBLE) - net AS DECIMAL(18, 3)) AS DOUBLE) AS returned
    FROM purchase WHERE CAST(customer AS VARCHAR) IN (${ids.map((_, i) => `$${i + 1}`).join(", ")})
    ORDER BY ordered_at, invoice`,
    ids,
  );
  for (const { customer, ...order } of rows) {
    const own = found.get(customer);
    if (own) own.push(order);
    else found.set(customer, [order]);
  }
  return found;
}
