import type { Sales } from "../open-sales.js";

/** What a customer brought. */
export interface CustomerSales {
  readonly customer: string;
  readonly orders: number;
  /** Net of returns, goods only. */
  readonly revenue: number;
}

/**
 * Orders and net revenue of every customer who ever bought, the greatest revenue first.
 *
 * @param sales what `openSales` gave
 * @returns one entry a customer; revenue in the file's currency, net of returns
 */
export function customerSales(sales: Sales): Promise<CustomerSales[]> {
  return sales.rows(`
    SELECT customer, count(DISTINCT invoice) FILTER (WHERE fate = 'sold') AS orders, CAST(sum(revenue) AS DOUBLE) AS revenue
    FROM rows WHERE fate IN ('sold', 'returned') GROUP BY customer HAVING orders > 0 ORDER BY sum(revenue) DESC, customer`);
}
