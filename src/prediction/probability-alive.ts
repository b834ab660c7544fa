import type { FittedPurchases } from "./fit-purchases.js";
import type { PurchaseHistory } from "./purchase-model.js";
import { mixedLog, type Survival, survivalOf } from "./survival.js";

/**
 * The probability that each customer has not left at the cut-off, given the history. Under BG/NBD it is 1 for whoever
 * bought once.
 *
 * Fader, Hardie and Lee (2008), "Computing P(alive) using the BG/NBD model"; Batislam, Denizel and Filiztekin (2007);
 * Platzer and Reutterer (2016), eq. 5.
 *
 * @param fit a fitted model
 * @param history what `purchaseSummary` gives
 * @returns one probability a customer, 0 to 1
 */
export function probabilityAlive(
  { model, parameters }: Pick<FittedPurchases, "model" | "parameters">,
  { frequency, recencyDays, ageDays }: PurchaseHistory,
): Float64Array {
  const survival: Survival = { log: 0, logGone: 0, byR: 0, byAlpha: 0, goneByR: 0, goneByAlpha: 0 };
  return frequency.map((x, i) => {
    survivalOf(model, parameters, x, recencyDays[i]!, ageDays[i]!, survival);
    return Math.exp(survival.log - mixedLog(survival.log, survival.logGone));
  });
}
