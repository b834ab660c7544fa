/** Scores from 1 (worst fifth) to 5 (best fifth), one entry a customer. */
export interface RfmScores {
  readonly r: Int32Array;
  readonly f: Int32Array;
  readonly m: Int32Array;
}

/**
 * Scores customers on recency, frequency and monetary value by tie-safe quintiles: `1 + min(4, floor(5 · share))`,
 * where `share` is the fraction of customers who are strictly worse. Equal values always get equal scores, and the
 * order of the rows never matters.
 *
 * @param recencyDays days since the last order, one a customer; fewer is better
 * @param orders number of orders, one a customer
 * @param netRevenue net revenue, one a customer
 * @returns three scores a customer, 1 to 5
 */
export function scoreRfm(
  recencyDays: ArrayLike<number>,
  orders: ArrayLike<number>,
  netRevenue: ArrayLike<number>,
): RfmScores {
  return {
    r: quintiles(Float64Array.from(recencyDays, (days) => -days)),
    f: quintiles(Float64Array.from(orders)),
    m: quintiles(Float64Array.from(netRevenue)),
  };
}

function quintiles(values: Float64Array): Int32Array {
  const sorted = values.slice().sort();
  const worse = new Map<number, number>();
  sorted.forEach((value, i) => {
    if (!worse.has(value)) worse.set(value, i);
  });
  // whole numbers: 5 · worse / n floored without a rounding error
  return Int32Array.from(values, (value) => 1 + Math.min(4, Math.floor((5 * worse.get(value)!) / values.length)));
}
