import type { Sales } from "../open-sales.js";

/** What a customer bought and sent back, goods only. */
export interface Returner {
  readonly customer: string;
  readonly bought: number;
  readonly returned: number;
  readonly net: number;
  /** Returned of bought, 0 to 1 and above where earlier purchases were sent back; null where nothing was bought. */
  readonly share: number | null;
}

/**
 * The customers with the largest returns, most first.
 *
 * @param sales what `openSales` gave
 * @param options `top`: how many customers
 * @returns one entry a customer: bought, returned, and the share that came back
 */
export function largestReturners(sales: Sales, options: { readonly top?: number } = {}): Promise<Returner[]> {
  return sales.rows(
    `SELECT customer, CAST(bought AS DOUBLE) AS bought, CAST(returned AS DOUBLE) AS returned,
      CAST(bought + returned AS DOUBLE) AS net, -CAST(returned AS DOUBLE) / nullif(CAST(bought AS DOUBLE), 0) AS share
    FROM (
      SELECT customer, coalesce(sum(revenue) FILTER (WHERE fate = 'sold'), 0) AS bought,
        sum(revenue) FILTER (WHERE fate = 'returned') AS returned
      FROM rows WHERE fate IN ('sold', 'returned') GROUP BY customer)
    WHERE returned < 0 ORDER BY returned, customer LIMIT $1`,
    [options.top ?? 10],
  );
}
