import { mean, standardDeviation } from "simple-statistics";
import type { Scale } from "./column-preparation.js";
import { quantilesOf } from "./quantiles.js";

/** What is taken off a transformed column, and what it is divided by after that. */
export interface Scaling {
  readonly center: number;
  readonly spread: number;
}

/**
 * Learns a scale as scikit-learn's StandardScaler, RobustScaler and MinMaxScaler do; a robust spread of 0 becomes 1.
 *
 * @param values at least one number
 */
export function fitScaling(scale: Scale, values: Float64Array): Scaling {
  if (scale === "none") return { center: 0, spread: 1 };
  // the population's standard deviation
  if (scale === "standard") return { center: mean([...values]), spread: standardDeviation([...values]) };
  const shares = scale === "minmax" ? [0, 0, 1] : [0.25, 0.5, 0.75];
  const [low, center, high] = quantilesOf(values, shares) as [number, number, number];
  return { center, spread: high - low || (scale === "robust" ? 1 : 0) };
}
