import { formatShare } from "../../core/format.js";
import type { SegmentProfile } from "../profile-segments.js";

/** What is said of customers who lie low or high in a column, after "they". */
const traits: Readonly<Record<string, readonly [low: string, high: string]>> = {
  units_per_order: ["buy few units an order", "buy many units an order"],
  lines_per_order: ["put few products into an order", "put many products into an order"],
  unique_products: ["keep to few products", "buy across the range"],
  repeat_product_share: ["seldom buy a product again", "buy the same products again"],
  price_per_unit: ["choose cheaper products", "choose dearer products"],
  return_rate: ["send back less", "send back more"],
  q4_share: ["buy little at the end of the year", "buy at the end of the year"],
  tenure_days: ["came to the shop lately", "have been customers for long"],
  expected_gap_days: ["order at short intervals", "order at long intervals"],
  overdue_ratio: ["order when their next order is due", "are later than they used to be"],
};

/** How far from the middle of the shop a column is worth a word. */
const leastDistance = 0.15;

/**
 * What a segment does that the shop does not, beside recency, frequency and value: the columns in which its customers lie
 * furthest from the middle.
 *
 * @returns at most `most` phrases with the place in the shop, such as "buy across the range (more than 83 % of customers)"
 */
export function describeTraits({ columns }: SegmentProfile, most = 2): string[] {
  return Object.entries(traits)
    .flatMap(([column, words]) => {
      const position = columns[column]?.position;
      if (position === undefined || Number.isNaN(position) || Math.abs(position - 0.5) < leastDistance) return [];
      const isHigh = position > 0.5;
      const share = formatShare(isHigh ? position : 1 - position, 0);
      const text = `${words[isHigh ? 1 : 0]} (${isHigh ? "more" : "less"} than ${share} of customers)`;
      return [{ text, distance: Math.abs(position - 0.5) }];
    })
    .sort((a, b) => b.distance - a.distance)
    .slice(0, most)
    .map(({ text }) => text);
}
