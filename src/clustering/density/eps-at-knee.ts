import { kneeOf } from "./knee.js";

/**
 * Takes eps from a k-distance curve.
 *
 * @param curve distances, ascending
 * @returns the distance at the knee; where there is no knee the largest one; where that is zero the least one above
 *   zero; 0 where there is none, or no row has enough neighbours
 */
export function epsAtKnee(curve: Float64Array): number {
  if (curve[0] === Number.POSITIVE_INFINITY) return 0;
  const knee = kneeOf(curve);
  const eps = curve[knee >= 0 ? knee : curve.length - 1]!;
  return eps > 0 ? eps : (curve.find((distance) => distance > 0) ?? 0);
}
