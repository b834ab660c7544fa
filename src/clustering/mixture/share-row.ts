import { exponential, negligible } from "./exponential.js";

/**
 * Tells how far one row belongs to each component of a mixture.
 *
 * @param peaks one a component: the logarithm of its weight times its density at its mean
 * @param shares the row's squared distances, overwritten with its memberships: in sum 1; from index `first`, `step` apart
 * @returns the logarithm of the density
 */
export function shareRow(peaks: Float64Array, shares: Float64Array, first: number, step: number): number {
  const components = peaks.length;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0, at = first; c < components; c++, at += step) {
    const log = peaks[c]! - shares[at]! / 2;
    shares[at] = log;
    if (log > most) most = log;
  }
  let sum = 0;
  for (let c = 0, at = first; c < components; c++, at += step) {
    const log = shares[at]! - most;
    const share = log < negligible ? 0 : exponential(log);
    shares[at] = share;
    sum += share;
  }
  for (let c = 0, at = first; c < components; c++, at += step) shares[at]! /= sum;
  return most + Math.log(sum);
}
