import { featureCatalogue } from "../../features/catalogue.js";
import { formatFeature } from "../../features/format-feature.js";
import type { SegmentProfile } from "../profile-segments.js";

/** Columns of a profile in a reader's words, in the order in which they are read. */
export const measureWords: Readonly<Record<string, string>> = {
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

/** Medians of a segment beside the shop's, with the mean place of its customers in the shop, as a Markdown table. */
export function profileMarkdown(
  profile: SegmentProfile,
  shop: SegmentProfile,
  currency: string,
  columns: readonly string[] = Object.keys(measureWords),
): string {
  const rows = columns.flatMap((column) => {
    const own = profile.columns[column];
    const unit = featureCatalogue.find(({ name }) => name === column)?.unit;
    if (!own || !unit || Number.isNaN(own.median)) return [];
    const written = (value: number) => formatFeature(value, unit, currency);
    const cells = [measureWords[column] ?? column, written(own.median), written(shop.columns[column]!.median)];
    return [`| ${[...cells, Math.round(100 * own.position)].join(" | ")} |`];
  });
  return ["| median | theirs | the shop | place in the shop, 0 to 100 |", "| --- | ---: | ---: | ---: |", ...rows].join(
    "\n",
  );
}
