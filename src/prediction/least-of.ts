import { inverseCurvature } from "./inverse-curvature.js";
import { type Minimum, minimise, type SlopedFunction } from "./minimise.js";

/** How small a slope counts as none. */
const flat = 1e-6;

/** The least value found, and the inverse of the curvature there; null where the function stays level in a direction. */
export interface Least extends Minimum {
  readonly inverse: number[][] | null;
  readonly converged: boolean;
}

/**
 * The least value that is found downhill from several starts, over the logarithms of positive parameters. What would
 * run away to nought or infinity stops at e^±18, where it makes no difference any more.
 *
 * @param starts parameters, above 0
 */
export function leastOf(cost: SlopedFunction, starts: readonly (readonly number[])[]): Least {
  const bounded: SlopedFunction = (at, slope) => {
    if (at.every((one) => Math.abs(one) <= 18)) return cost(at, slope);
    slope.fill(Number.NaN);
    return Number.NaN;
  };
  const found = starts.map((start) => minimise(bounded, Float64Array.from(start, Math.log)));
  let best = found.reduce((least, one) => (one.value < least.value ? one : least));
  let inverse = inverseCurvature(bounded, best.at);
  // Newton's steps reach the digits that differences of values cannot tell
  for (let step = 0; step < 3 && inverse !== null; step++) {
    const rows: number[][] = inverse;
    const at = best.at.map((one, i) => one - rows[i]!.reduce((sum, row, j) => sum + row * best.slope[j]!, 0));
    const slope = new Float64Array(at.length);
    const value = bounded(at, slope);
    if (!(largest(slope) < largest(best.slope))) break;
    best = { ...best, at, value, slope };
    inverse = inverseCurvature(bounded, at);
  }
  return { ...best, inverse, converged: largest(best.slope) < flat };
}

const largest = (slope: Float64Array): number => slope.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
