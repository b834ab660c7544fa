/**
 * Quantiles between the two nearest values by a straight line, as numpy's `percentile` (type 7 of Hyndman and Fan
 * 1996); simple-statistics gives one of the values instead.
 *
 * @param values at least one number, in any order
 * @param shares 0 … 1 each
 */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const sorted = values.toSorted();
  const last = sorted.length - 1;
  return shares.map((share) => {
    const place = last * share;
    const below = Math.min(Math.floor(place), last);
    const low = sorted[below]!;
    const high = sorted[Math.min(below + 1, last)]!;
    const weight = place - below;
    // from the nearer end, as numpy rounds
    return weight < 0.5 ? low + (high - low) * weight : high - (high - low) * (1 - weight);
  });
}
