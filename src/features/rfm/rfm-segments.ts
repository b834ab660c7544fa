import { type ColumnTable, not, table } from "arquero";
import { customerColumn } from "./customer-column.js";
import type { CustomerId } from "./customer-order.js";
import { scoreRfm } from "./score-rfm.js";
import { type SegmentationOptions, segmentation } from "./segmentation.js";
import { type RfmWeights, weightedRfm } from "./weighted-rfm.js";

/** What `rfmSegments` takes. */
export interface RfmOptions extends SegmentationOptions {
  /** What becomes of equal values: they `share` a score, or the `first` by customer id ranks first, as in published notebooks. */
  readonly ties?: "share" | "first";
  /** Where given, a column `rfm_weighted` is added. */
  readonly weights?: RfmWeights;
}

/**
 * Scores customers on recency, frequency and monetary value and gives each a segment: adds `r_score`, `f_score`,
 * `m_score`, `rfm_score` (text, "545") and `rfm_segment`, in place of those that the table has.
 *
 * @param customers one row a customer with `recency_days`, `orders` and `net_revenue`; `customer` for ties "first"
 * @param options `ties` ("share" or "first"); a `map` or `rules` of one's own, such as `publishedRules`; `weights` for
 *   a weighted score from 1 to 5
 * @returns the same rows with the columns added
 * @throws SegmentLabError `column-missing`, `bad-value` for a value that is no number, `bad-option` for a map with a hole
 * @example
 * const published = rfmSegments(customers, { rules: publishedRules, ties: "first" });
 */
export function rfmSegments(customers: ColumnTable, options: RfmOptions = {}): ColumnTable {
  const { ties = "share", weights, map, rules } = options;
  const segmentOf = segmentation({ ...(map && { map }), ...(rules && { rules }) });
  const [days, orders, revenue] = ["recency_days", "orders", "net_revenue"].map((name) =>
    customerColumn<number>(customers, name, "buildFeatures"),
  );
  const identified = ties === "first" || customers.columnNames().includes("customer");
  const ids = identified ? { ids: customerColumn<CustomerId>(customers, "customer", "buildFeatures") } : {};
  const scores = scoreRfm(days!, orders!, revenue!, { ties, ...ids });
  const { r, f, m } = scores;
  const columns = {
    r_score: [...r],
    f_score: [...f],
    m_score: [...m],
    rfm_score: [...r].map((score, i) => `${score}${f[i]}${m[i]}`),
    ...(weights && { rfm_weighted: [...weightedRfm(scores, weights)] }),
    rfm_segment: [...r].map((score, i) => segmentOf(score, f[i]!, m[i]!)),
  };
  // a table that was ordered or filtered has its rows elsewhere: both sides in the order of reading
  return customers.select(not("rfm_weighted")).reify().assign(table(columns));
}
