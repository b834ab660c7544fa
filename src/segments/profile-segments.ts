import type { ColumnTable } from "arquero";
import { type CustomerId, customerOrder } from "../features/rfm/customer-order.js";
import { sumInOrder } from "../features/rfm/sum-in-order.js";

/** A segment's position in one column. */
export interface ProfileEntry {
  /** Mean over the segment's customers, in the column's unit. */
  readonly mean: number;
  /** Median over the segment's customers, in the column's unit. */
  readonly median: number;
  /** Mean percentile position of its customers in the shop, 0 (lowest) to 1; equal values share a position. */
  readonly position: number;
}

/** What is known of one cluster. */
export interface SegmentProfile {
  /** The cluster's label; −1 for noise. */
  readonly cluster: number;
  readonly customers: number;
  /** Place of its first customer in ascending order of ids, from 0. */
  readonly first: number;
  /** Sum of net revenue. */
  readonly revenue: number;
  /** Share of the shop's customers and of its net revenue. */
  readonly customerShare: number;
  readonly revenueShare: number;
  readonly columns: Readonly<Record<string, ProfileEntry>>;
}

/** The columns that profiles and names are made of. */
export const profileColumns: readonly string[] = [
  "recency_days",
  "orders",
  "net_revenue",
  "revenue_per_order",
  "expected_gap_days",
  "overdue_ratio",
  "revenue_trend",
  "units_per_order",
  "lines_per_order",
  "unique_products",
  "repeat_product_share",
  "price_per_unit",
  "return_rate",
  "q4_share",
  "tenure_days",
  "one_time",
  "newcomer",
];

/**
 * Describes each cluster by what its customers do, in original units and by their position in the shop.
 *
 * @param customers one row a customer, as `buildFeatures` gives them
 * @param labels one cluster a customer, in the table's order; −1 is noise and gets a profile of its own
 * @param columns the columns to profile
 * @returns one profile a label, in ascending order of the labels
 */
export function profileSegments(
  customers: ColumnTable,
  labels: Int32Array,
  columns: readonly string[] = profileColumns,
): SegmentProfile[] {
  const revenue = customers.array("net_revenue") as number[];
  const total = sumInOrder(revenue);
  const place = customers.columnNames().includes("customer")
    ? customerOrder(customers.array("customer") as CustomerId[])
    : Int32Array.from(labels.keys());
  const values = columns.map((name) => customers.array(name) as (number | null)[]);
  const positions = values.map(percentilePositions);
  return [...new Set(labels)]
    .sort((a, b) => a - b)
    .map((cluster) => {
      const members = [...labels.keys()].filter((i) => labels[i] === cluster);
      const sum = sumInOrder(members.map((i) => revenue[i]!));
      return {
        cluster,
        customers: members.length,
        first: members.reduce((least, i) => Math.min(least, place[i]!), labels.length),
        revenue: Math.round(sum * 1000) / 1000,
        customerShare: members.length / labels.length,
        revenueShare: total === 0 ? 0 : sum / total,
        columns: Object.fromEntries(columns.map((name, j) => [name, entry(members, values[j]!, positions[j]!)])),
      };
    });
}

function entry(members: number[], values: (number | null)[], positions: Float64Array): ProfileEntry {
  const known = members.filter((i) => values[i] !== null);
  const sorted = known.map((i) => values[i]!).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  // a column that is empty for all of them, as a trend is for newcomers
  if (known.length === 0) return { mean: Number.NaN, median: Number.NaN, position: Number.NaN };
  // free of dust, so that no threshold of a persona hangs on the order of rows
  const mean = (of: (i: number) => number) => sumInOrder(known.map(of)) / known.length;
  return {
    mean: mean((i) => values[i]!),
    median: sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2,
    position: mean((i) => positions[i]!),
  };
}

/** Each value's mid-rank as a share: (number below + half the number equal) / n. */
function percentilePositions(values: (number | null)[]): Float64Array {
  const order = [...values.keys()].filter((i) => values[i] !== null).sort((a, b) => values[a]! - values[b]!);
  const positions = new Float64Array(values.length).fill(Number.NaN);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) positions[order[i]!] = (start + end) / 2 / order.length;
    start = end;
  }
  return positions;
}
