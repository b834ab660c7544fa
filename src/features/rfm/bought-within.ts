import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { customerColumn } from "./customer-column.js";

/** How lately the customers of a segment bought. */
export interface BoughtWithin {
  readonly segment: string;
  /** Customers of the segment. */
  readonly customers: number;
  readonly days: number;
  /** Of these, who bought within so many days; `share` is null for a segment without customers. */
  readonly recent: number;
  readonly share: number | null;
  /** Days since the last order of each of its customers, ascending. */
  readonly recencyDays: Float64Array;
}

/**
 * How many customers of a segment bought within some days: of the "Lost" of published rules, half within 90.
 *
 * @param customers a table with `rfm_segment` and `recency_days`
 * @param options `segment`, "Lost" unless given; `days`, 90 unless given, the last one included
 * @returns counts, their share, and the days of each customer, for `recencyHistogram`
 */
export function boughtWithin(
  customers: ColumnTable,
  options: { readonly segment?: string; readonly days?: number } = {},
): BoughtWithin {
  const { segment = "Lost", days = 90 } = options;
  if (!(days > 0)) throw new SegmentLabError("bad-option", `days is ${days}; give a number above 0`);
  const segments = customerColumn<string>(customers, "rfm_segment", "rfmSegments");
  const recency = customerColumn<number>(customers, "recency_days", "buildFeatures");
  const recencyDays = Float64Array.from(recency.filter((_, i) => segments[i] === segment)).sort();
  const recent = recencyDays.filter((own) => own <= days).length;
  const share = recencyDays.length === 0 ? null : recent / recencyDays.length;
  return { segment, customers: recencyDays.length, days, recent, share, recencyDays };
}
