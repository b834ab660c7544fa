import type { ColumnTable } from "arquero";
import { addDays } from "../../core/add-days.js";
import { SegmentLabError } from "../../core/errors.js";
import type { Sales } from "../../sales/open-sales.js";

/**
 * What the customers known at a day did after it: the truth that a label made at that day is held against.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param options `asOf`: the day, yyyy-mm-dd, at which labels are made, itself the first day after; `days`: how many are
 *   looked at, 90 where left out
 * @returns an arquero table, one row a customer with a sale before `asOf`, ascending by id: `customer`, `bought_after`
 *   (1 or 0), `orders_after` and `revenue_after`, both without what was sent back within the same days
 * @throws SegmentLabError `bad-option` for a day that is none, or when the file ends before the days do
 * @example
 * const customers = await buildFeatures(sales, { asOf: "2011-09-10" });
 * const after = await outcomesAfter(sales, { asOf: "2011-09-10" });
 */
export async function outcomesAfter(
  sales: Sales,
  options: { readonly asOf: string; readonly days?: number },
): Promise<ColumnTable> {
  const { asOf, days = 90 } = options;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(`${asOf}T00:00Z`)))
    throw new SegmentLabError("bad-option", `asOf "${asOf}" is not a day as 2011-12-31`);
  if (!Number.isInteger(days) || days < 1)
    throw new SegmentLabError("bad-option", `days is ${days}; give a whole number above 0`);
  const until = addDays(asOf, days);
  if (until > sales.asOf)
    throw new SegmentLabError(
      "bad-option",
      `the file ends before the ${days} days after ${asOf} do; choose an asOf up to ${addDays(sales.asOf, -days)}`,
    );
  const table = await sales.query(
    `WITH undone AS (
        SELECT m.line_row AS row, sum(m.units) AS units
        FROM return_matches m JOIN returns r ON r.row = m.return_row
        WHERE r.invoiced_at < CAST($2 AS DATE) GROUP BY m.line_row),
      kept AS (
        SELECT l.customer, l.invoice, l.quantity - coalesce(u.units, 0) AS units,
          CAST(CAST(l.revenue AS DOUBLE) * (l.quantity - coalesce(u.units, 0)) / l.quantity AS DECIMAL(18, 6)) AS revenue
        FROM lines l LEFT JOIN undone u ON u.row = l.row
        WHERE l.invoiced_at >= CAST($1 AS DATE) AND l.invoiced_at < CAST($2 AS DATE) AND l.customer IS NOT NULL),
      after AS (
        SELECT customer, count(DISTINCT invoice) AS orders, sum(revenue) AS revenue FROM kept WHERE units > 0 GROUP BY customer),
      known AS (SELECT DISTINCT customer FROM lines WHERE invoiced_at < CAST($1 AS DATE) AND customer IS NOT NULL)
    SELECT customer, CASE WHEN orders > 0 THEN 1 ELSE 0 END AS bought_after,
      CAST(coalesce(orders, 0) AS INTEGER) AS orders_after, CAST(coalesce(revenue, 0) AS DOUBLE) AS revenue_after
    FROM known LEFT JOIN after USING (customer)
    ORDER BY try_cast(customer AS BIGINT) NULLS LAST, customer`,
    [asOf, until],
  );
  if (table.numRows() === 0)
    throw new SegmentLabError("bad-option", `nothing was sold before ${asOf}; choose a later asOf`);
  return table;
}
