import type { Sales } from "../open-sales.js";

/** Orders of an hour of the week. */
export interface WeekHours {
  /** 0 is Monday, 6 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly orders: number;
}

/**
 * Orders of known customers by weekday and hour of their first line; hours without an order are left out.
 *
 * @param sales what `openSales` gave
 * @returns one entry a weekday and hour
 */
export function weekHours(sales: Sales): Promise<WeekHours[]> {
  return sales.rows(`
    SELECT isodow(ordered_at) - 1 AS weekday, hour(ordered_at) AS hour, count(*) AS orders FROM orders GROUP BY ALL ORDER BY ALL`);
}
