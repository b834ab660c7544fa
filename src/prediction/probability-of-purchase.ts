import { checkNumber } from "../features/matrix/check-option.js";
import type { FittedPurchases } from "./fit-purchases.js";
import { probabilityAlive } from "./probability-alive.js";
import type { PurchaseHistory } from "./purchase-model.js";

/**
 * The probability that each customer buys at least once in the days after the cut-off, given the history: 1 less the
 * chance of too few steps of the Erlang clock (negative binomial), times the probability of not having left.
 *
 * A season runs the clock faster or slower: a factor of 1.2 makes 90 days count as 108, which is exact, since customers
 * leave after purchases and not with time. For k = 1 it is 1 − ((α + T) / (α + T + h))^(r + x) times P(alive): Fader,
 * Hardie and Lee (2005), eq. 8, given x purchases and survival; for k above 1 after Platzer and Reutterer (2016).
 *
 * @param fit a fitted model
 * @param history what `purchaseSummary` gives
 * @param horizonDays days that are looked ahead
 * @param season what `seasonFactor` gives for these days; 1 unless given
 * @returns one probability a customer, 0 to 1
 * @throws SegmentLabError `bad-option` for days or a season below 0
 * @example
 * const summary = await purchaseSummary(sales);
 * const p0 = probabilityOfPurchase(fitPurchases(summary), summary, 90);
 */
export function probabilityOfPurchase(
  fit: Pick<FittedPurchases, "model" | "parameters">,
  history: PurchaseHistory,
  horizonDays: number,
  season = 1,
): Float64Array {
  checkNumber("horizonDays", horizonDays, { least: 0 });
  checkNumber("season", season, { least: 0 });
  const { k } = fit.model;
  const { r, alpha } = fit.parameters;
  const { frequency, recencyDays, ageDays } = history;
  const days = horizonDays * season;
  return probabilityAlive(fit, history).map((alive, i) => {
    const span = alpha + ageDays[i]!;
    const silence = (ageDays[i]! - recencyDays[i]!) / span;
    const share = days / (span + days);
    let [none, weights, weight] = [0, 0, 1];
    // the clock may have gone 0 … k − 1 steps since the last purchase: k less these are missing
    for (let gone = 0; gone < k; gone++) {
      const shape = r + k * frequency[i]! + gone;
      if (gone > 0) weight *= ((shape - 1) / gone) * silence;
      none += weight * fewerSteps(shape, share, k - gone);
      weights += weight;
    }
    return alive * (1 - none / weights);
  });
}

/** The probability that a negative binomial count stays below `count`. */
function fewerSteps(shape: number, share: number, count: number): number {
  let term = (1 - share) ** shape;
  let sum = term;
  for (let step = 1; step < count; step++) {
    term *= ((shape + step - 1) / step) * share;
    sum += term;
  }
  return sum;
}
