import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { leavers, newcomers } from "./check-segment-names.js";
import { customerColumn } from "./customer-column.js";
import type { CustomerId } from "./customer-order.js";
import { segmentOrder } from "./rfm-table.js";

/** Customers who went from one segment to another, or stayed. */
export interface SegmentFlow {
  /** The segment before; "new" for customers of the later table only. */
  readonly from: string;
  /** The segment after; "gone" for customers of the earlier table only. */
  readonly to: string;
  readonly customers: number;
  /** Share of all customers of `from`. */
  readonly share: number;
}

/**
 * Where the customers of each segment went between two dates.
 *
 * @param before the customers at the earlier date, with `customer` and `rfm_segment`
 * @param after the customers at the later date, with the same columns
 * @param options `segments`: their order, that of the eleven unless given
 * @returns one entry a pair of segments with customers, by `from`, then `to`; "new" and "gone" stand last
 * @throws SegmentLabError `column-missing`, or `bad-value` for a customer who stands twice in a table
 * @example
 * const flow = rfmFlow(await buildFeatures(sales, { asOf: "2011-06-01" }), await buildFeatures(sales));
 * show(segmentFlow(flow, { before: "1 June", after: "10 December" }));
 */
export function rfmFlow(
  before: ColumnTable,
  after: ColumnTable,
  options: { readonly segments?: readonly string[] } = {},
): SegmentFlow[] {
  const earlier = segmentsById(before);
  const later = segmentsById(after);
  const counts = new Map<string, Map<string, number>>();
  for (const id of new Set([...earlier.keys(), ...later.keys()])) {
    const from = earlier.get(id) ?? newcomers;
    const to = later.get(id) ?? leavers;
    const row = counts.get(from) ?? new Map<string, number>();
    counts.set(from, row.set(to, (row.get(to) ?? 0) + 1));
  }
  const order = segmentOrder([...earlier.values(), ...later.values()], options.segments);
  return [...order, newcomers].flatMap((from) => {
    const row = counts.get(from) ?? new Map<string, number>();
    const all = [...row.values()].reduce((sum, customers) => sum + customers, 0);
    return [...order, leavers].flatMap((to) => {
      const customers = row.get(to) ?? 0;
      return customers === 0 ? [] : [{ from, to, customers, share: customers / all }];
    });
  });
}

function segmentsById(customers: ColumnTable): Map<string, string> {
  const segments = customerColumn<string>(customers, "rfm_segment", "rfmSegments");
  const byId = new Map<string, string>();
  customerColumn<CustomerId>(customers, "customer", "buildFeatures").forEach((id, i) => {
    const customer = String(id);
    if (byId.has(customer))
      throw new SegmentLabError("bad-value", `customer ${customer} stands in two rows; give one row a customer`);
    byId.set(customer, segments[i]!);
  });
  return byId;
}
