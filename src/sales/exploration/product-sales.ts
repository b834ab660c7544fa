import type { Sales } from "../open-sales.js";

/** What a product brings from known customers. */
export interface ProductSales {
  readonly sku: string;
  /** The most frequent description of the code in the file, ties by name; null where it has none. */
  readonly description: string | null;
  /** Net of returns. */
  readonly revenue: number;
  /** Net of returned units. */
  readonly units: number;
  readonly orders: number;
  readonly customers: number;
}

/**
 * Revenue and units by product, net of returns: an order that was cancelled makes no best seller.
 *
 * @param sales what `openSales` gave
 * @returns the greatest revenue first; products that were never sold are left out
 */
export function productSales(sales: Sales): Promise<ProductSales[]> {
  return sales.rows(`
    WITH names AS (
      SELECT sku, description FROM (SELECT sku, description, count(*) AS n FROM rows WHERE description IS NOT NULL GROUP BY ALL)
      QUALIFY row_number() OVER (PARTITION BY sku ORDER BY n DESC, description) = 1)
    SELECT sku, min(names.description) AS description, CAST(sum(revenue) AS DOUBLE) AS revenue,
      CAST(sum(quantity) AS BIGINT) AS units, count(DISTINCT invoice) FILTER (WHERE fate = 'sold') AS orders,
      count(DISTINCT customer) FILTER (WHERE fate = 'sold') AS customers
    FROM rows LEFT JOIN names USING (sku) WHERE fate IN ('sold', 'returned') AND sku IS NOT NULL
    GROUP BY sku HAVING orders > 0 ORDER BY sum(revenue) DESC, sku`);
}
