import type { Sales } from "../open-sales.js";
import { salesCalendar } from "../profile/sales-calendar.js";
import { happened } from "./basis.js";

/** A calendar month of the shop, on both bases. */
export interface MonthlySales {
  /** yyyy-mm */
  readonly month: string;
  /** True where the file does not hold every open weekday of the month. */
  readonly partial: boolean;
  /** Dates with transactions. */
  readonly tradingDays: number;
  /** Signed turnover of all rows and of those that name a customer. */
  readonly allTurnover: number;
  readonly identified: number;
  /** Invoices with at least one line above 0, on both bases. */
  readonly allOrders: number;
  readonly identifiedOrders: number;
  /** Customers with such an invoice, and those of them who have none in an earlier month. */
  readonly customers: number;
  readonly newCustomers: number;
}

/**
 * Revenue, orders and customers by month: a doubled stretch counted once, returns on their own date, months that the
 * file covers in part marked.
 *
 * @param sales what `openSales` gave
 * @returns ascending; months without a row are left out
 */
export async function monthlySales(sales: Sales): Promise<MonthlySales[]> {
  const [{ months }, counted] = [
    await salesCalendar(sales),
    await sales.rows<Omit<MonthlySales, "partial" | "tradingDays">>(`
      WITH happened AS (
        SELECT date_trunc('month', invoiced_at) AS month, invoice, customer, revenue, quantity > 0 AND price > 0 AS buys
        FROM rows WHERE ${happened}),
      firsts AS (SELECT customer, min(month) AS first FROM happened WHERE buys AND customer IS NOT NULL GROUP BY customer),
      new AS (SELECT first AS month, count(*) AS customers FROM firsts GROUP BY first)
      SELECT strftime(h.month, '%Y-%m') AS month, CAST(sum(revenue) AS DOUBLE) AS "allTurnover",
        coalesce(CAST(sum(revenue) FILTER (WHERE customer IS NOT NULL) AS DOUBLE), 0) AS identified,
        count(DISTINCT invoice) FILTER (WHERE buys) AS "allOrders",
        count(DISTINCT invoice) FILTER (WHERE buys AND customer IS NOT NULL) AS "identifiedOrders",
        count(DISTINCT customer) FILTER (WHERE buys) AS customers, coalesce(min(new.customers), 0) AS "newCustomers"
      FROM happened h LEFT JOIN new USING (month) GROUP BY h.month ORDER BY h.month`),
  ];
  const coverage = new Map(months.map((month) => [month.month, month]));
  return counted.map((row) => {
    const { partial, tradingDays } = coverage.get(row.month) ?? { partial: false, tradingDays: 0 };
    return { ...row, partial, tradingDays };
  });
}
