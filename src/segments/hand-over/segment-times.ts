import type { WeekHours } from "../../sales/exploration/week-hours.js";
import type { Sales } from "../../sales/open-sales.js";
import { byGroup } from "./by-group.js";
import { groupsTable } from "./with-groups.js";

/** Orders of a group in a calendar month. */
export interface SegmentMonth {
  /** yyyy-mm */
  readonly month: string;
  readonly orders: number;
  /** Of all customers, this group's included. */
  readonly shopOrders: number;
}

/** Orders by group, weekday and hour of their first line; inside `withGroups`. Hours without an order are left out. */
export async function segmentHours(sales: Pick<Sales, "database">): Promise<Map<number, WeekHours[]>> {
  const rows = await sales.database.rows<WeekHours & { own: number }>(`
    SELECT own, isodow(ordered_at) - 1 AS weekday, hour(ordered_at) AS hour, count(*) AS orders
    FROM orders JOIN ${groupsTable} USING (customer) WHERE own >= 0 GROUP BY ALL ORDER BY ALL`);
  return byGroup(rows);
}

/** Orders by group and calendar month, beside the shop's; inside `withGroups`. Every month in which the shop had an order. */
export async function segmentMonths(sales: Pick<Sales, "database">): Promise<Map<number, SegmentMonth[]>> {
  const rows = await sales.database.rows<SegmentMonth & { own: number }>(`
    WITH counted AS (
      SELECT own, strftime(ordered_at, '%Y-%m') AS month, count(*) AS orders FROM orders JOIN ${groupsTable} USING (customer) GROUP BY ALL),
    shop AS (SELECT month, sum(orders) AS orders FROM counted GROUP BY month),
    own AS (SELECT DISTINCT own FROM counted WHERE own >= 0)
    SELECT own, month, CAST(coalesce(counted.orders, 0) AS BIGINT) AS orders, CAST(shop.orders AS BIGINT) AS "shopOrders"
    FROM own CROSS JOIN shop LEFT JOIN counted USING (own, month) ORDER BY own, month`);
  return byGroup(rows);
}
