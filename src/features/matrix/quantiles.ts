/**
 * Quantiles between the two nearest values by a straight line, as numpy's `percentile` (type 7 of Hyndman and Fan
 * 1996); simple-statistics gives one of the values instead.
 *
 * @param values at least one number, in any order
 * @param shares 0 … 1 each
 */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const sorted = values.toSorted();
  return shares.map((share) => quantile(sorted, share));
}

/**
 * The same of values that are in ascending order already.
 *
 * @param sorted ascending, without NaN
 * @param share 0 … 1: 0.5 is the median
 * @returns NaN of no values
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const last = sorted.length - 1;
  if (last < 0) return Number.NaN;
  const place = last * share;
  const below = Math.min(Math.floor(place), last);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, last)]!;
  const weight = place - below;
  // from the nearer end, as numpy rounds
  return weight < 0.5 ? low + (high - low) * weight : high - (high - low) * (1 - weight);
}
