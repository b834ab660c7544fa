import { featureCatalogue } from "../../features/catalogue.js";
import { formatFeature } from "../../features/format-feature.js";
import type { SegmentProfile } from "../profile-segments.js";

/** Columns of a profile in a reader's words, in the order in which they are read. */
const measureWords: Readonly<Record<string, string>> = {
  recency_days: "time since the last order",
  orders: "orders",
  net_revenue: "net revenue",
  revenue_per_order: "revenue an order",
  expected_gap_days: "expected time between orders",
  units_per_order: "units an order",
  lines_per_order: "lines an order",
  unique_products: "different products",
  repeat_product_share: "share of products bought again",
  price_per_unit: "price a unit",
  return_rate: "share of units returned",
  q4_share: "share of orders in October to December",
  tenure_days: "time since the first order",
};

/** A measure of a segment beside the shop's. */
export interface MeasureRow {
  /** In a reader's words. */
  readonly measure: string;
  /** The medians of the segment and of the shop, written with their units. */
  readonly own: string;
  readonly shop: string;
  /** Mean percentile position of its customers in the shop, 0 (lowest) to 1. */
  readonly position: number;
}

/**
 * The measures of a segment that are known, in the order in which they are read.
 *
 * @param columns which of them; all where left out
 */
export function measureRows(
  profile: SegmentProfile,
  shop: SegmentProfile,
  currency: string,
  columns: readonly string[] = Object.keys(measureWords),
): MeasureRow[] {
  return columns.flatMap((column) => {
    const [own, all] = [profile.columns[column], shop.columns[column]];
    const unit = featureCatalogue.find(({ name }) => name === column)?.unit;
    if (!own || !all || !unit || Number.isNaN(own.median)) return [];
    const written = (value: number) => formatFeature(value, unit, currency);
    const { position } = own;
    return [{ measure: measureWords[column] ?? column, own: written(own.median), shop: written(all.median), position }];
  });
}
