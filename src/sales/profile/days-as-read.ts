import type { Sales } from "../open-sales.js";

/** A day of the file, as read and with a doubled stretch kept once. */
export interface DayAsRead {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly revenueRead: number;
  readonly revenueKept: number;
}

/**
 * Rows and signed turnover of every day with transactions, with and without second copies; for `overlapDays`.
 *
 * @param sales what `openSales` gave
 * @returns one entry a day, ascending
 */
export function daysAsRead(sales: Sales): Promise<DayAsRead[]> {
  return sales.rows(`
    SELECT strftime(day, '%Y-%m-%d') AS date, count(*) AS "rowsRead",
      count(*) FILTER (WHERE fate <> 'overlap') AS "rowsKept", CAST(sum(revenue) AS DOUBLE) AS "revenueRead",
      coalesce(CAST(sum(revenue) FILTER (WHERE fate <> 'overlap') AS DOUBLE), 0) AS "revenueKept"
    FROM (SELECT CAST(invoiced_at AS DATE) AS day, revenue, fate FROM rows) GROUP BY day ORDER BY day`);
}
