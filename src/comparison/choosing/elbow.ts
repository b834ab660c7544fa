import { kneeOf } from "../../clustering/density/knee.js";

/**
 * Picks the number of groups at the elbow of a falling curve: where one more group begins to gain little (Kneedle;
 * Satopää et al. 2011). The elbow measures the shape of a curve and hangs on which k were tried; it has no way to say
 * that there are no groups.
 *
 * @param ks the numbers of groups, ascending
 * @param values one a k, such as the sum of squares within the groups
 * @returns the k at the elbow, or null where the curve has none
 * @example const k = elbow([1, 2, 3, 4, 5], [100, 42, 18, 15, 13]);
 */
export function elbow(ks: readonly number[], values: ArrayLike<number>): number | null {
  const last = ks.length - 1;
  // a curve that does not fall has no elbow
  if (!(values[last]! < values[0]!)) return null;
  return ks[kneeOf(values, { positions: ks })] ?? null;
}
