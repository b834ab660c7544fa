import type { Comparison } from "./sameness.js";

/**
 * Compares distances or silhouettes: none may differ by more than `tolerance`, above 1 relative to the value.
 *
 * @param tolerance the largest difference
 */
export function sameValues(tolerance: number): Comparison {
  return async (own, peer) => {
    const { values: a } = await own();
    const { values: b } = await peer();
    const largest = largestDifference(a!, b!);
    return largest <= tolerance
      ? { equal: true }
      : { equal: false, note: `the results differ by up to ${largest.toExponential(1)}` };
  };
}

/** The largest difference, relative where values are above 1; infinite where there are not as many, or one is no number. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    const difference = Math.abs(a[i]! - b[i]!) / Math.max(1, Math.abs(b[i]!));
    // infinite beside finite gives no number either
    largest = Math.max(largest, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }
  return largest;
}
