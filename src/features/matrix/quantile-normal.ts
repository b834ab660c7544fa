import { normalProbability, normalQuantile } from "./normal-distribution.js";
import { quantilesOf } from "./quantiles.js";

/** Shares nearer to 0 or 1 than this are taken for it, and normal values end where it lies (about ±5.2). */
const edge = 1e-7;
const lowest = normalQuantile(edge - Number.EPSILON);
const highest = normalQuantile(1 - (edge - Number.EPSILON));

/**
 * The values' quantiles at evenly spaced shares, of which the transform is made.
 *
 * @param values at least one number
 * @returns min(1000, n) numbers, ascending
 */
export function normalizingQuantiles(values: Float64Array): number[] {
  const count = Math.min(1000, values.length);
  // scikit-learn goes by way of percents; the detour's rounding decides at ties
  const shares = Array.from({ length: count }, (_, i) => (shareAt(i, count) * 100) / 100);
  return quantilesOf(values, shares);
}

/**
 * Gives a value the place in the standard normal distribution that it has among the quantiles, as scikit-learn's
 * QuantileTransformer. Values that occur often come to the middle of the places they hold.
 */
export function quantileNormal(x: number, quantiles: readonly number[]): number {
  if (x - edge < quantiles[0]!) return lowest;
  if (x + edge > quantiles.at(-1)!) return highest;
  const share = (shareUpTo(x, quantiles, "above") + shareUpTo(x, quantiles, "from")) / 2;
  return Math.min(highest, Math.max(lowest, normalQuantile(share)));
}

/** Takes a normal value back to the unit of the quantiles. */
export function invertQuantileNormal(z: number, quantiles: readonly number[]): number {
  const last = quantiles.length - 1;
  const share = normalProbability(z);
  // a scale and its way back may have moved the ends by a rounding error
  const end = edge * (1 + 1e-6);
  if (share <= end) return quantiles[0]!;
  if (share >= 1 - end) return quantiles[last]!;
  const at = Math.min(last - 1, Math.floor(share * last));
  const weight = (share - shareAt(at, last + 1)) * last;
  return quantiles[at]! + (quantiles[at + 1]! - quantiles[at]!) * weight;
}

/** The share of a value by the line between its neighbours; of equal quantiles the last or the first counts. */
function shareUpTo(x: number, quantiles: readonly number[], first: "above" | "from"): number {
  let [low, high] = [0, quantiles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quantiles[middle]! > x || (first === "from" && quantiles[middle] === x)) high = middle;
    else low = middle + 1;
  }
  const after = Math.min(low, quantiles.length - 1);
  const before = Math.max(0, low - 1);
  const share = shareAt(before, quantiles.length);
  if (quantiles[after] === x) return shareAt(after, quantiles.length);
  if (quantiles[before] === x) return share;
  const rise = shareAt(after, quantiles.length) - share;
  return share + (rise / (quantiles[after]! - quantiles[before]!)) * (x - quantiles[before]!);
}

/** The share of quantile `i` of `count`. */
function shareAt(i: number, count: number): number {
  return i === count - 1 ? 1 : i * (1 / (count - 1));
}
