import type { Sales } from "../../sales/open-sales.js";
import { byGroup } from "./by-group.js";
import { type Lift, liftOf } from "./lift.js";
import { groupsTable } from "./with-groups.js";

/** What a group buys of a product, or of a kind of products. */
export interface SegmentProduct extends Lift {
  /** The product's code; the word that names a kind. */
  readonly sku: string;
  /** The most frequent description of the code; null where it has none. */
  readonly description: string | null;
  /** Customers of the group who bought it. */
  readonly customers: number;
  /** Net of returns, of this group. */
  readonly revenue: number;
  /** Share of the group's revenue from all products. */
  readonly revenueShare: number;
}

interface Counted {
  readonly own: number;
  readonly sku: string;
  readonly description: string | null;
  readonly hits: number;
  readonly customers: number;
  readonly shopHits: number;
  readonly pairs: number;
  readonly shopPairs: number;
  readonly revenue: number;
  readonly total: number;
}

const names = `names AS (
  SELECT sku, description FROM (SELECT sku, description, count(*) AS n FROM rows WHERE description IS NOT NULL AND sku IS NOT NULL GROUP BY ALL)
  QUALIFY row_number() OVER (PARTITION BY sku ORDER BY n DESC, description) = 1)`;

const bought = `bought AS (
    SELECT own, customer, sku, sum(revenue) AS revenue, bool_or(fate = 'sold') AS is_sold
    FROM rows JOIN ${groupsTable} USING (customer) WHERE fate IN ('sold', 'returned') AND sku IS NOT NULL GROUP BY ALL),
  sold AS (SELECT own, count(*) AS pairs, CAST(sum(revenue) AS DOUBLE) AS total FROM bought WHERE is_sold GROUP BY own),
  shop AS (SELECT CAST(sum(pairs) AS BIGINT) AS pairs FROM sold)`;

/**
 * What each group buys, by product, and how much more of it than the shop: inside `withGroups`.
 *
 * @returns by group the products that it bought, the greatest revenue first
 */
export async function segmentProducts(sales: Pick<Sales, "database">): Promise<Map<number, SegmentProduct[]>> {
  return withLifts(
    await sales.database.rows<Counted>(`
    WITH ${names}, ${bought},
    everywhere AS (SELECT sku, count(*) AS hits FROM bought WHERE is_sold GROUP BY sku),
    counted AS (SELECT own, sku, count(*) FILTER (WHERE is_sold) AS hits, sum(revenue) AS revenue FROM bought WHERE own >= 0 GROUP BY ALL)
    SELECT own, sku, description, c.hits AS hits, c.hits AS customers, everywhere.hits AS "shopHits", sold.pairs AS pairs, shop.pairs AS "shopPairs",
      CAST(c.revenue AS DOUBLE) AS revenue, sold.total AS total
    FROM counted c JOIN everywhere USING (sku) JOIN sold USING (own) CROSS JOIN shop LEFT JOIN names USING (sku)
    WHERE c.hits > 0 ORDER BY own, c.revenue DESC, sku`),
  );
}

/** Products that share a word of their names: fewer make no kind. */
export const leastProducts = 10;
/** A larger share of all products is colours and "set". */
const mostShare = 0.05;

/**
 * What each group buys, by kind of product: a word that stands in the names of ten products or more and of at most one in
 * twenty, since transactions seldom carry categories. A product belongs to every kind that its name has a word of. Inside `withGroups`.
 *
 * @returns by group the kinds that it bought of, the greatest revenue first; none where products have no names
 */
export async function segmentKinds(sales: Pick<Sales, "database">): Promise<Map<number, SegmentProduct[]>> {
  return withLifts(
    await sales.database.rows<Counted>(
      `
    WITH ${names}, ${bought},
    words AS (SELECT DISTINCT sku, unnest(regexp_extract_all(lower(description), '\\p{L}{3,}')) AS word FROM names),
    kinds AS (SELECT word FROM words GROUP BY word 
      HAVING count(*) >= $1 AND count(*) <= greatest(2 * $1, $2 * (SELECT count(*) FROM names))),
    named AS (SELECT sku, word FROM words JOIN kinds USING (word)),
    counted AS (
      SELECT own, word, count(*) FILTER (WHERE is_sold) AS hits, count(DISTINCT customer) FILTER (WHERE is_sold) AS customers,
        sum(revenue) AS revenue
      FROM bought JOIN named USING (sku) GROUP BY ALL),
    everywhere AS (SELECT word, CAST(sum(hits) AS BIGINT) AS hits FROM counted GROUP BY word)
    SELECT own, word AS sku, CAST(NULL AS VARCHAR) AS description, c.hits AS hits, c.customers AS customers,
      everywhere.hits AS "shopHits", sold.pairs AS pairs, shop.pairs AS "shopPairs", CAST(c.revenue AS DOUBLE) AS revenue, sold.total AS total
    FROM counted c JOIN everywhere USING (word) JOIN sold USING (own) CROSS JOIN shop
    WHERE own >= 0 AND c.hits > 0 ORDER BY own, c.revenue DESC, word`,
      [leastProducts, mostShare],
    ),
  );
}

function withLifts(rows: readonly Counted[]): Map<number, SegmentProduct[]> {
  const products = rows.map((row) => {
    const { own, sku, description, hits, customers, shopHits, pairs, shopPairs, revenue, total } = row;
    const lift = liftOf({ ownPairs: pairs, ownHits: hits, shopPairs, shopHits });
    return { own, sku, description, customers, revenue, revenueShare: total > 0 ? revenue / total : 0, ...lift };
  });
  return byGroup(products);
}
