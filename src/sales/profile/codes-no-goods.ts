import type { Sales } from "../open-sales.js";

/** A code that cleaning took for no goods. */
export interface CodeNoGoods {
  readonly sku: string;
  readonly description: string | null;
  readonly rows: number;
  /** Signed. */
  readonly revenue: number;
}

/**
 * The codes that the rule `goods` took away, of known customers, the most frequent first; for `nonGoodsCodes`.
 *
 * @param sales what `openSales` gave
 * @returns one entry a stock code; none where the cleaning has no such rule
 */
export function codesNoGoods(sales: Sales): Promise<CodeNoGoods[]> {
  return sales.rows(`
    WITH described AS (
      SELECT sku, description, count(*) AS n, sum(revenue) AS revenue FROM rows WHERE fate = 'goods' GROUP BY sku, description),
    names AS (
      FROM described WHERE description IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY sku ORDER BY n DESC, description) = 1)
    SELECT sku, min(names.description) AS description, CAST(sum(d.n) AS BIGINT) AS rows,
      CAST(sum(d.revenue) AS DOUBLE) AS revenue
    FROM described d LEFT JOIN names USING (sku) GROUP BY sku ORDER BY sum(d.n) DESC, sku`);
}
