import { type ColumnTable, from } from "arquero";
import { median } from "simple-statistics";
import { customerColumn } from "./customer-column.js";
import { rfmSegmentNames } from "./segment-map.js";
import { sumInOrder } from "./sum-in-order.js";

/**
 * The segments and their size, one row a segment with customers: `segment`, `customers`, `share`, `median_recency_days`,
 * `median_orders`, `median_net_revenue`, `revenue` (net, of all its customers) and `revenue_share` (null where the shop
 * has no net revenue).
 *
 * @param customers a table with `rfm_segment`, `recency_days`, `orders` and `net_revenue`
 * @param options `segments`: the order of the rows, that of the eleven unless given; others follow by name
 * @returns an arquero table, whose rows `segmentBars` takes as they are
 * @example
 * show(rfmTable(customers));
 */
export function rfmTable(customers: ColumnTable, options: { readonly segments?: readonly string[] } = {}): ColumnTable {
  const names = customerColumn<string>(customers, "rfm_segment", "rfmSegments");
  const [days, orders, revenue] = ["recency_days", "orders", "net_revenue"].map((name) =>
    customerColumn<number>(customers, name, "buildFeatures"),
  );
  const members = new Map<string, number[]>();
  names.forEach((name, i) => {
    const own = members.get(name);
    if (own) own.push(i);
    else members.set(name, [i]);
  });
  const total = sumInOrder(revenue!);
  return from(
    segmentOrder(names, options.segments).map((segment) => {
      const rows = members.get(segment)!;
      const of = (values: readonly number[]) => rows.map((i) => values[i]!);
      const own = sumInOrder(of(revenue!));
      return {
        segment,
        customers: rows.length,
        share: rows.length / names.length,
        median_recency_days: median(of(days!)),
        median_orders: median(of(orders!)),
        median_net_revenue: median(of(revenue!)),
        revenue: own,
        revenue_share: total > 0 ? own / total : null,
      };
    }),
  );
}

/** The segments that occur, in the order given, those that it lacks behind by name. */
export function segmentOrder(names: Iterable<string>, order: readonly string[] = rfmSegmentNames): string[] {
  const found = new Set(names);
  return [...order.filter((name) => found.has(name)), ...[...found].filter((name) => !order.includes(name)).sort()];
}
