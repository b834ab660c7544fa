import { sampleSkewness } from "simple-statistics";

/**
 * The adjusted skewness of a sample (Fisher and Pearson), as SciPy's `skew` without bias.
 *
 * @returns 0 where the values lie evenly about their mean; null for fewer than three values or values all the same
 */
export function skewness(values: Float64Array): number | null {
  if (values.length < 3) return null;
  const skew = sampleSkewness([...values]);
  return Number.isFinite(skew) ? skew : null;
}
