import type { Sales } from "../open-sales.js";
import { salesCalendar } from "../profile/sales-calendar.js";

/** A cohort in a month of its life. */
export interface CohortSales {
  /** Month of the first order, yyyy-mm. */
  readonly cohort: string;
  /** Months since; 0 is the month of the first order. */
  readonly age: number;
  /** Customers of the cohort who order in that month, and their share of it. */
  readonly customers: number;
  readonly share: number;
  /** What they spend, returns taken off on their own date, and that for every 1 spent in month 0; null where that is nothing. */
  readonly revenue: number;
  readonly revenueShare: number | null;
  /** True where the file covers the month only in part. */
  readonly partial: boolean;
  /** True for the first month of the file: it holds everybody who was already buying, not new customers. */
  readonly opening: boolean;
}

/**
 * Retention of each month's new customers, by customers and by revenue. Customers are counted in months with an order;
 * a month in which a cohort only sends back appears with no customer and a revenue below 0.
 *
 * @param sales what `openSales` gave
 * @returns ascending by cohort and age; months in which nobody of a cohort did anything are left out
 */
export async function cohortSales(sales: Sales): Promise<CohortSales[]> {
  const { months } = await salesCalendar(sales);
  const partial = new Set(months.filter((month) => month.partial).map(({ month }) => month));
  type Cell = Omit<CohortSales, "partial" | "opening"> & { readonly month: string };
  const cells = await sales.rows<Cell>(`
    WITH active AS (
      SELECT customer, date_trunc('month', invoiced_at) AS month, bool_or(fate = 'sold') AS buys, sum(revenue) AS revenue
      FROM rows WHERE fate IN ('sold', 'returned') GROUP BY ALL),
    firsts AS (SELECT customer, min(month) AS first FROM active WHERE buys GROUP BY customer),
    cells AS (
      SELECT first, date_diff('month', first, month) AS age, month, count(*) FILTER (WHERE buys) AS customers,
        CAST(sum(revenue) AS DOUBLE) AS revenue
      FROM active JOIN firsts USING (customer) WHERE month >= first GROUP BY ALL)
    SELECT strftime(c.first, '%Y-%m') AS cohort, c.age, strftime(c.month, '%Y-%m') AS month, c.customers, c.revenue,
      c.customers / start.customers AS share,
      CASE WHEN start.revenue > 0 THEN c.revenue / start.revenue END AS "revenueShare"
    FROM cells c JOIN cells start ON start.first = c.first AND start.age = 0 ORDER BY c.first, c.age`);
  return cells.map(({ month, ...cell }) => ({
    ...cell,
    partial: partial.has(month),
    opening: cell.cohort === months[0]!.month,
  }));
}
