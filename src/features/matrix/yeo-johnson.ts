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
  const negatives = values.filter((value) => value < 0).length;
  if (negatives === values.length) [low, high] = [2 - high, 2 - low];
  else if (negatives > 0) [low, high] = [Math.max(2 - high, low), Math.min(2 - low, high)];
  return brentMinimum((lambda) => -yeoJohnsonLikelihood(values, lambda), low, high);
}

/** The logarithm of the likelihood of a power, but for a constant. */
export function yeoJohnsonLikelihood(values: Float64Array, lambda: number): number {
  const n = values.length;
  const transformed = values.map((value) => yeoJohnson(value, lambda));
  const mean = transformed.reduce((sum, value) => sum + value, 0) / n;
  const variance = transformed.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  const logs = values.reduce((sum, value) => sum + Math.sign(value) * Math.log1p(Math.abs(value)), 0);
  const likelihood = (-n / 2) * Math.log(variance) + (lambda - 1) * logs;
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

function root(y: number, lambda: number): number {
  if (Math.abs(lambda) < Number.EPSILON) return Math.expm1(y);
  return lambda * y <= -1 ? Number.POSITIVE_INFINITY : Math.expm1(Math.log1p(lambda * y) / lambda);
}
