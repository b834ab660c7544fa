import { SegmentLabError } from "../../core/errors.js";

/**
 * Corrects the p-values of several campaigns that are judged together, so that the chance of a single false alarm among
 * all of them stays below the level: Holm (1979), Scandinavian Journal of Statistics 6, step-down Bonferroni.
 *
 * @param pValues one a campaign, 0 to 1
 * @returns corrected p-values in the same order, to be held against the level that one campaign would be
 * @throws SegmentLabError `bad-value` for what is no probability
 * @example
 * const corrected = holm([0.01, 0.04, 0.03]); // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  for (const p of pValues)
    if (!(p >= 0 && p <= 1)) throw new SegmentLabError("bad-value", `a p-value is ${p}; give numbers from 0 to 1`);
  const corrected = new Array<number>(pValues.length);
  let least = 0;
  const order = [...pValues.keys()].sort((a, b) => pValues[a]! - pValues[b]!);
  order.forEach((campaign, place) => {
    least = Math.max(least, Math.min(1, pValues[campaign]! * (pValues.length - place)));
    corrected[campaign] = least;
  });
  return corrected;
}
