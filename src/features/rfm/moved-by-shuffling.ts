import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { createRandom } from "../../core/random.js";
import { customerColumn } from "./customer-column.js";
import { type CustomerId, customerOrder } from "./customer-order.js";
import { rfmSegments } from "./rfm-segments.js";
import { segmentOrder } from "./rfm-table.js";
import { rankedRfm } from "./score-rfm.js";
import { publishedRules } from "./segment-rules.js";
import { type SegmentationOptions, segmentation } from "./segmentation.js";

/** What another order of the rows does to segments whose scores part ties by rank. */
export interface MovedByShuffling {
  readonly customers: number;
  readonly shuffles: number;
  /** Share of the customers who change segment: mean, least and most over the shuffles. */
  readonly share: number;
  readonly least: number;
  readonly most: number;
  /** The same for the customers of each segment, mean over the shuffles. */
  readonly segments: readonly { readonly segment: string; readonly customers: number; readonly share: number }[];
}

/**
 * How many customers change their segment when the rows stand in another order, where ties are ranked by their order
 * (`rank(method="first")`) instead of sharing a score.
 *
 * @param customers a table with `customer`, `recency_days`, `orders` and `net_revenue`
 * @param options `map` or `rules`, the published rules unless given; `shuffles`, 20 unless given; `seed`
 * @returns shares against the order of ids, over all customers and by segment, for `shuffleBars`
 */
export function movedByShuffling(
  customers: ColumnTable,
  options: SegmentationOptions & { readonly shuffles?: number; readonly seed?: number } = {},
): MovedByShuffling {
  const { shuffles = 20, seed = 1, map, rules } = options;
  if (!(Number.isInteger(shuffles) && shuffles > 0))
    throw new SegmentLabError("bad-option", `shuffles is ${shuffles}; give a whole number above 0`);
  const chosen = map ? { map, ...(rules && { rules }) } : { rules: rules ?? publishedRules };
  const segmentOf = segmentation(chosen);
  const base = customerColumn<string>(
    rfmSegments(customers, { ...chosen, ties: "first" }),
    "rfm_segment",
    "rfmSegments",
  );
  const [days, orders, revenue] = ["recency_days", "orders", "net_revenue"].map((name) =>
    Float64Array.from(customerColumn<number>(customers, name, "buildFeatures")),
  );
  const ids = customerOrder(customerColumn<CustomerId>(customers, "customer", "buildFeatures"));
  const random = createRandom(seed);
  const moves = new Int32Array(base.length);
  const shares = Array.from({ length: shuffles }, () => {
    const shuffled = shuffle(base.length, random.integer);
    // a customer keeps the same draw in whatever row it stands
    const { r, f, m } = rankedRfm(
      days!,
      orders!,
      revenue!,
      ids.map((place) => shuffled[place]!),
    );
    let moved = 0;
    base.forEach((segment, i) => {
      if (segmentOf(r[i]!, f[i]!, m[i]!) === segment) return;
      moves[i]!++;
      moved++;
    });
    return moved / base.length;
  });
  const segments = segmentOrder(base, (map ?? chosen.rules)?.segments).map((segment) => {
    const members = [...moves].filter((_, i) => base[i] === segment);
    const moved = members.reduce((sum, count) => sum + count, 0);
    return { segment, customers: members.length, share: moved / members.length / shuffles };
  });
  return {
    customers: base.length,
    shuffles,
    share: shares.reduce((sum, share) => sum + share, 0) / shuffles,
    least: Math.min(...shares),
    most: Math.max(...shares),
    segments,
  };
}

// Fisher and Yates
function shuffle(size: number, integer: (below: number) => number): Int32Array {
  const places = Int32Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = integer(i + 1);
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return places;
}
