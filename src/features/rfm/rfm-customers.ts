import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import type { Sales } from "../../sales/open-sales.js";

/** What `rfmCustomers` takes. */
export interface RfmCustomersOptions {
  /** Reference day, yyyy-mm-dd: only what happened before it counts; midnight after the file's last transaction. */
  readonly asOf?: string;
  /**
   * How days since the last order are counted: `calendar`, from day to day up to `asOf`, or `elapsed`, whole periods of
   * 24 hours up to one day after the minute of the last transaction, as published notebooks count.
   */
  readonly recency?: "calendar" | "elapsed";
}

/**
 * The three columns that RFM stands on, straight from the sales: enough for `rfmSegments`, without the other features.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param options `asOf`, the reference day; `recency`, "calendar" or "elapsed" days
 * @returns an arquero table with `customer`, `recency_days`, `orders` and `net_revenue`, ascending by id
 * @throws SegmentLabError `bad-option` when nothing was sold before `asOf`
 * @example
 * const naive = await openSales({ cleaning: "naive" });
 * const published = rfmSegments(await rfmCustomers(naive, { recency: "elapsed" }), { rules: publishedRules, ties: "first" });
 */
export async function rfmCustomers(sales: Sales, options: RfmCustomersOptions = {}): Promise<ColumnTable> {
  const { asOf = sales.asOf, recency = "calendar" } = options;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new SegmentLabError("bad-option", `asOf "${asOf}" is not a day as 2011-12-31`);
  const recencyDays = recencies[recency];
  if (recencyDays === undefined)
    throw new SegmentLabError("bad-option", `recency "${String(recency)}" is not one of calendar, elapsed`);
  const table = await sales.query(
    `WITH moment AS (SELECT max(invoiced_at) AS last_transaction FROM rows WHERE invoiced_at < CAST($1 AS DATE)),
      bought AS (
        SELECT customer, max(invoiced_at) AS last_line, count(DISTINCT invoice) AS orders, sum(revenue) AS revenue
        FROM lines WHERE invoiced_at < CAST($1 AS DATE) GROUP BY customer),
      begun AS (SELECT customer, max(ordered_at) AS last_order FROM orders WHERE ordered_at < CAST($1 AS DATE) GROUP BY customer),
      returned AS (SELECT customer, sum(revenue) AS revenue FROM returns WHERE invoiced_at < CAST($1 AS DATE) GROUP BY customer)
    SELECT customer, ${recencyDays} AS recency_days, orders,
      CAST(bought.revenue + coalesce(returned.revenue, 0) AS DOUBLE) AS net_revenue
    FROM bought JOIN begun USING (customer) LEFT JOIN returned USING (customer) CROSS JOIN moment
    ORDER BY try_cast(customer AS BIGINT) NULLS LAST, customer`,
    [asOf],
  );
  if (table.numRows() === 0)
    throw new SegmentLabError("bad-option", `nothing was sold before ${asOf}; choose a later asOf`);
  return table;
}

const recencies: Readonly<Record<string, string>> = {
  calendar: "date_diff('day', CAST(last_order AS DATE), CAST($1 AS DATE))",
  // a published table takes the minute of a customer's last line, not of the order's first
  elapsed: "CAST(floor(epoch(last_transaction + INTERVAL 1 DAY - last_line) / 86400) AS INTEGER)",
};
