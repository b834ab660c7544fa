import { SegmentLabError } from "../../core/errors.js";

/** How the number of groups is read from the gaps, named as in R's `cluster::maxSE`. */
export type GapRule = "firstSEmax" | "Tibs2001SEmax" | "globalSEmax" | "firstmax" | "globalmax";

/** The rules, the default first. */
export const gapRules: readonly GapRule[] = ["firstSEmax", "Tibs2001SEmax", "globalSEmax", "firstmax", "globalmax"];

/**
 * Picks a number of groups by the gap statistic. `firstSEmax`: the smallest k whose gap is within one standard error
 * of the first local maximum; `Tibs2001SEmax`: the smallest k whose gap is not below the next one less its error
 * (Tibshirani, Walther and Hastie 2001); `globalSEmax` as the first, from the greatest gap; `firstmax` and `globalmax`
 * without errors. As R's `cluster::maxSE`.
 *
 * @param gaps one a k, in ascending order of k
 * @param errors their standard errors
 * @param rule one of `gapRules`; `firstSEmax` where left out
 * @returns the index of the pick, 0 for the first k
 * @throws SegmentLabError `bad-option` for another rule
 */
export function pickByGap(gaps: ArrayLike<number>, errors: ArrayLike<number>, rule: GapRule = gapRules[0]!): number {
  const last = gaps.length - 1;
  const places = Array.from({ length: gaps.length }, (_, i) => i);
  const firstFall = places.slice(0, last).find((i) => gaps[i + 1]! <= gaps[i]!) ?? last;
  const highest = places.reduce((best, i) => (gaps[i]! > gaps[best]! ? i : best), 0);
  const withinError = (of: number) => places.find((i) => i === of || gaps[i]! >= gaps[of]! - errors[of]!)!;
  switch (rule) {
    case "firstSEmax":
      return withinError(firstFall);
    case "globalSEmax":
      return withinError(highest);
    case "Tibs2001SEmax":
      return places.slice(0, last).find((i) => gaps[i]! >= gaps[i + 1]! - errors[i + 1]!) ?? last;
    case "firstmax":
      return firstFall;
    case "globalmax":
      return highest;
    default:
      throw new SegmentLabError("bad-option", `rule is "${String(rule)}"; choose ${gapRules.join(", ")}`);
  }
}
