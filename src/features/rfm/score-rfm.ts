import { SegmentLabError } from "../../core/errors.js";
import { type CustomerId, customerOrder } from "./customer-order.js";
import { rankedQuintiles, sharedQuintiles } from "./quintile-scores.js";

/** Scores from 1 (worst fifth) to 5 (best fifth), one entry a customer. */
export interface RfmScores {
  readonly r: Int32Array;
  readonly f: Int32Array;
  readonly m: Int32Array;
}

/** What `scoreRfm` takes. */
export interface ScoreOptions {
  /** What becomes of equal values: they `share` a score, or the `first` by customer id ranks first, as in published notebooks. */
  readonly ties?: "share" | "first";
  /** The customers' ids, one a customer; needed for `ties: "first"`. */
  readonly ids?: ArrayLike<CustomerId>;
}

/**
 * Scores customers from 1 to 5 on recency, frequency and monetary value, by fifths. By default equal values share a
 * score: `1 + min(4, floor(5 · share))`, where `share` is the fraction of customers strictly worse. With `ties: "first"`
 * they are parted by ascending customer id, as `qcut(x.rank(method="first"), 5)` does over customers in that order.
 * Neither depends on the order of the rows.
 *
 * @param recencyDays days since the last order, one a customer; fewer is better
 * @param orders number of orders, one a customer
 * @param netRevenue net revenue, one a customer
 * @param options `ties`, and the `ids` that ties "first" ranks by
 * @returns three scores a customer, 1 to 5
 * @throws SegmentLabError `bad-value` for a value that is no number, `bad-option` for ties "first" without ids
 * @example
 * const { r, f, m } = scoreRfm([3, 40, 400], [9, 2, 1], [900, 120, 15]);
 */
export function scoreRfm(
  recencyDays: ArrayLike<number>,
  orders: ArrayLike<number>,
  netRevenue: ArrayLike<number>,
  options: ScoreOptions = {},
): RfmScores {
  const { ties = "share", ids } = options;
  const size = recencyDays.length;
  const column = (name: string, values: ArrayLike<number>) => checkValues(name, values, size, ids);
  const days = column("recency_days", recencyDays);
  const f = column("orders", orders);
  const m = column("net_revenue", netRevenue);
  if (ties === "share")
    return { r: sharedQuintiles(days.map((day) => -day)), f: sharedQuintiles(f), m: sharedQuintiles(m) };
  if (ties !== "first") throw bad(`ties "${String(ties)}" is not one of share, first`);
  if (ids?.length !== size)
    throw bad(
      `ties "first" ranks by customer id, but there are ${ids?.length ?? "no"} ids for ${size} customers; pass ids`,
    );
  return rankedRfm(days, f, m, customerOrder(ids));
}

/** RFM scores by rank, where of two customers with equal values the one with the smaller place comes first. */
export function rankedRfm(
  days: Float64Array,
  orders: Float64Array,
  revenue: Float64Array,
  place: Int32Array,
): RfmScores {
  return {
    // published notebooks label ascending days 5 to 1: the first of a tie gets the better score here, the worse in F and M
    r: rankedQuintiles(days, place).map((score) => 6 - score),
    f: rankedQuintiles(orders, place),
    m: rankedQuintiles(revenue, place),
  };
}

function checkValues(name: string, values: ArrayLike<number>, size: number, ids?: ArrayLike<CustomerId>): Float64Array {
  if (values.length !== size)
    throw new SegmentLabError(
      "bad-value",
      `${values.length} values of ${name} for ${size} customers; give one a customer`,
    );
  const checked = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const value: unknown = values[i];
    if (typeof value !== "number" || Number.isNaN(value)) {
      const who = ids?.[i] === undefined ? `in row ${i + 1}` : `of customer ${ids[i]}`;
      throw new SegmentLabError(
        "bad-value",
        `${name} ${who} is ${String(value)}, no number; fill it or leave the customer out`,
      );
    }
    checked[i] = value;
  }
  return checked;
}

function bad(message: string): SegmentLabError {
  return new SegmentLabError("bad-option", message);
}
