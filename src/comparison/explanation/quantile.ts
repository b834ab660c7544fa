/**
 * A quantile of values in ascending order, between neighbours in proportion (Hyndman and Fan 1996, type 7).
 *
 * @param sorted ascending, without NaN
 * @param share 0 … 1: 0.5 is the median
 * @returns NaN of no values
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const below = sorted[low] ?? Number.NaN;
  return at === low ? below : below + (sorted[low + 1]! - below) * (at - low);
}
