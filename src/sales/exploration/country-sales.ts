import type { Sales } from "../open-sales.js";

/** What the customers who live in a country bring. */
export interface CountrySales {
  readonly country: string;
  readonly customers: number;
  readonly orders: number;
  /** Net of returns, goods only. */
  readonly revenue: number;
}

/**
 * Customers, orders and net revenue by country. A customer counts, with everything, in the country of most of the
 * customer's orders (ties by name), so that the countries add up to all known customers.
 *
 * @param sales what `openSales` gave
 * @returns the greatest revenue first; "not given" where the file names none
 */
export function countrySales(sales: Sales): Promise<CountrySales[]> {
  return sales.rows(`
    WITH home AS (
      SELECT customer, country FROM (SELECT customer, country, count(*) AS orders FROM orders GROUP BY customer, country)
      QUALIFY row_number() OVER (PARTITION BY customer ORDER BY orders DESC, country) = 1),
    net AS (
      SELECT customer, sum(revenue) AS revenue, count(DISTINCT invoice) FILTER (WHERE fate = 'sold') AS orders
      FROM rows WHERE fate IN ('sold', 'returned') GROUP BY customer)
    SELECT coalesce(country, 'not given') AS country, count(*) AS customers, CAST(sum(orders) AS BIGINT) AS orders,
      CAST(sum(revenue) AS DOUBLE) AS revenue
    FROM home JOIN net USING (customer) GROUP BY 1 ORDER BY sum(revenue) DESC, country`);
}
