import { customerOrder } from "../../features/rfm/customer-order.js";
import type { Sales } from "../../sales/open-sales.js";

/** When customers order: counts a customer, in ascending order of their ids. */
export interface ContactTimes {
  readonly customers: readonly string[];
  /** Orders by weekday, Monday first: seven numbers a customer. */
  readonly weekdays: Int32Array;
  /** Orders by hour, 0 to 23: 24 numbers a customer; null where the file has days without times. */
  readonly hours: Int32Array | null;
}

/** Weekdays and hours of a week and a day. */
export const [weekdayCount, hourCount] = [7, 24];

/**
 * Counts each customer's orders by weekday and by hour, for the best time to write to them.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @returns the counts, for `planActions`
 */
export async function contactTimes(sales: Pick<Sales, "database">): Promise<ContactTimes> {
  const rows = await sales.database.rows<{
    customer: string;
    weekday: number;
    hour: number;
    timed: number;
    orders: number;
  }>(
    `SELECT CAST(customer AS VARCHAR) AS customer, isodow(ordered_at) AS weekday, hour(ordered_at) AS hour, count(*) AS orders,
      count(*) FILTER (WHERE CAST(ordered_at AS TIME) > TIME '00:00:00') AS timed
    FROM orders WHERE customer IS NOT NULL GROUP BY ALL`,
  );
  const ids = [...new Set(rows.map(({ customer }) => customer))];
  const place = customerOrder(ids);
  const customers = new Array<string>(ids.length);
  ids.forEach((id, i) => {
    customers[place[i]!] = id;
  });
  const placeOf = new Map(customers.map((id, i) => [id, i]));
  const weekdays = new Int32Array(customers.length * weekdayCount);
  const hours = new Int32Array(customers.length * hourCount);
  for (const { customer, weekday, hour, orders } of rows) {
    weekdays[placeOf.get(customer)! * weekdayCount + Number(weekday) - 1]! += Number(orders);
    hours[placeOf.get(customer)! * hourCount + Number(hour)]! += Number(orders);
  }
  const isTimed = rows.some(({ timed }) => Number(timed) > 0);
  return { customers, weekdays, hours: isTimed ? hours : null };
}
