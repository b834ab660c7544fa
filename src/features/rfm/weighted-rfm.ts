import { SegmentLabError } from "../../core/errors.js";
import type { RfmScores } from "./score-rfm.js";

/** How much each score counts; only their proportions matter. */
export interface RfmWeights {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/**
 * One number a customer from the three scores: `(wR · R + wF · F + wM · M) / (wR + wF + wM)`, again from 1 to 5.
 * Equal weights follow Hughes (Strategic Database Marketing, 1994); unequal ones Stone (Successful Direct Marketing
 * Methods, 1995) and Tsai and Chiu (Expert Systems with Applications 27, 2004), whose weights add up to one. Direct
 * mail often takes 3, 2 and 1.
 *
 * @param scores what `scoreRfm` gives
 * @param weights how much R, F and M count, none below 0 and not all 0; divided by their sum
 * @returns one number a customer, 1 to 5
 * @throws SegmentLabError `bad-option` for weights that are negative, no numbers or all 0
 * @example
 * const score = weightedRfm(scoreRfm([3, 40, 400], [9, 2, 1], [900, 120, 15]), { r: 3, f: 2, m: 1 });
 */
export function weightedRfm(scores: RfmScores, weights: RfmWeights): Float64Array {
  for (const name of ["r", "f", "m"] as const) {
    const weight: unknown = weights[name];
    if (typeof weight !== "number" || !Number.isFinite(weight) || weight < 0)
      throw new SegmentLabError(
        "bad-option",
        `the weight of ${name.toUpperCase()} is ${String(weight)}; weights are numbers from 0 up`,
      );
  }
  const sum = weights.r + weights.f + weights.m;
  if (sum === 0)
    throw new SegmentLabError("bad-option", "the weights of R, F and M are all 0; give one of them a weight");
  const { r, f, m } = scores;
  return Float64Array.from(r, (score, i) => (weights.r * score + weights.f * f[i]! + weights.m * m[i]!) / sum);
}
