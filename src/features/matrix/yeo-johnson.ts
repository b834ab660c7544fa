import { mean, sum, variance } from "simple-statistics";
import { brentMinimum } from "./brent-minimum.js";

/**
 * Finds the power of Yeo and Johnson (2000) that brings values nearest to a normal distribution: the one of largest
 * likelihood, as scikit-learn's PowerTransformer.
 *
 * @param values numbers, at least two of them different
 * @returns lambda; 1 leaves the values as they are, 0 takes the logarithm of positive ones
 */
export function yeoJohnsonLambda(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 1;
  // powers beyond these would leave the floating point's range (SciPy's bounds, its pull request 18852)
  const reach = Math.log1p(20 * largest);
  let low = (Math.log(2 ** -1022) - Math.log(Number.EPSILON)) / 2 / reach;
  let high = (Math.log(Number.MAX_VALUE) + Math.log(Number.EPSILON)) / 2 / reach;
  // so near to nought every power is a straight line
  if (!Number.isFinite(high)) return 1;
  const negatives = values.filter((value) => value < 0).length;
  if (negatives === values.length) [low, high] = [2 - high, 2 - low];
  else if (negatives > 0) [low, high] = [Math.max(2 - high, low), Math.min(2 - low, high)];
  return sharpened(
    values,
    brentMinimum((lambda) => -yeoJohnsonLikelihood(values, lambda), low, high),
  );
}

/** The top is so flat that rounding moves it by some millionths: the slope tells where it crosses zero. */
function sharpened(values: Float64Array, found: number): number {
  let lambda = found;
  for (const step of [1e-4, 1e-6]) {
    const below = likelihoodSlope(values, lambda - step);
    const above = likelihoodSlope(values, lambda + step);
    // a top at a bound, or values that leave the floating point's range
    if (!(below > 0 && above < 0)) return lambda;
    lambda += (step * (below + above)) / (below - above);
  }
  return lambda;
}

function likelihoodSlope(values: Float64Array, lambda: number): number {
  const transformed = Array.from(values, (value) => yeoJohnson(value, lambda));
  const slopes = Array.from(values, (x) => (x >= 0 ? powerSlope(x, lambda) : powerSlope(-x, 2 - lambda)));
  const center = mean(transformed);
  const together = sum(transformed.map((y, i) => (y - center) * slopes[i]!));
  return sumOfLogs(values) - together / variance(transformed);
}

/** The logarithm of the likelihood of a power, but for a constant. */
export function yeoJohnsonLikelihood(values: Float64Array, lambda: number): number {
  const spread = variance(Array.from(values, (value) => yeoJohnson(value, lambda)));
  const likelihood = (-values.length / 2) * Math.log(spread) + (lambda - 1) * sumOfLogs(values);
  // values that the power makes all the same are no fit
  return likelihood === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : likelihood;
}

/** Transforms one value. */
export function yeoJohnson(x: number, lambda: number): number {
  return x >= 0 ? power(x, lambda) : -power(-x, 2 - lambda);
}

/** Takes a transformed value back; infinite beyond the largest value that the transform can give. */
export function invertYeoJohnson(y: number, lambda: number): number {
  return y >= 0 ? root(y, lambda) : -root(-y, 2 - lambda);
}

function power(x: number, lambda: number): number {
  return Math.abs(lambda) < Number.EPSILON ? Math.log1p(x) : Math.expm1(lambda * Math.log1p(x)) / lambda;
}

/** How fast `power` grows with lambda. */
function powerSlope(x: number, lambda: number): number {
  const log = Math.log1p(x);
  // the first terms of its series, where the difference below would lose its digits
  if (Math.abs(lambda * log) < 1e-4) return log ** 2 / 2 + (lambda * log ** 3) / 3 + (lambda ** 2 * log ** 4) / 8;
  return (log * Math.exp(lambda * log) - power(x, lambda)) / lambda;
}

function sumOfLogs(values: Float64Array): number {
  return sum(Array.from(values, (value) => Math.sign(value) * Math.log1p(Math.abs(value))));
}

function root(y: number, lambda: number): number {
  if (Math.abs(lambda) < Number.EPSILON) return Math.expm1(y);
  return lambda * y <= -1 ? Number.POSITIVE_INFINITY : Math.expm1(Math.log1p(lambda * y) / lambda);
}
