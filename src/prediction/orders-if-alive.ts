import { checkNumber } from "../features/matrix/check-option.js";
import type { FittedPurchases } from "./fit-purchases.js";
import type { PurchaseHistory } from "./purchase-model.js";

/** What a further term may add, relative to the sum so far, before the rest is left out. */
const negligible = 1e-14;

/**
 * How many purchase days each customer is expected to have in the days after the cut-off if they have not left by then.
 *
 * The steps of the Erlang clock in the horizon are negative binomial, k of them make a purchase, and the m-th purchase
 * happens if the customer stayed after the m − 1 before it.
 *
 * @param fit a fitted model
 * @param history what `purchaseSummary` gives
 * @param horizonDays days that are looked ahead
 * @returns one expected number of purchase days a customer
 */
export function ordersIfAlive(
  { model: { k, leavesAtFirst }, parameters: { r, alpha, a, b } }: Pick<FittedPurchases, "model" | "parameters">,
  { frequency, recencyDays, ageDays }: PurchaseHistory,
  horizonDays: number,
): Float64Array {
  checkNumber("horizonDays", horizonDays, { least: 0 });
  const stayed = new Map<number, number[]>();
  return frequency.map((x, i) => {
    const span = alpha + ageDays[i]!;
    const silence = (ageDays[i]! - recencyDays[i]!) / span;
    const share = horizonDays / (span + horizonDays);
    const purchases = stayed.get(x) ?? [0];
    stayed.set(x, purchases);
    const first = b + (leavesAtFirst ? x + 1 : x);
    let [sum, weights, weight] = [0, 0, 1];
    // the clock may have gone 0 … k − 1 steps since the last purchase
    for (let gone = 0; gone < k; gone++) {
      const shape = r + k * x + gone;
      if (gone > 0) weight *= ((shape - 1) / gone) * silence;
      sum += weight * meanPurchases(shape, share, gone, k, purchases, a, first);
      weights += weight;
    }
    return sum / weights;
  });
}

/** Steps of the clock in the horizon that count: further ones mean a thousand purchases a day, of absurd parameters. */
const most = 100_000;

/** The mean of purchases over the steps of the clock, NegativeBinomial(shape, share), of which `gone` went before. */
function meanPurchases(
  shape: number,
  share: number,
  gone: number,
  k: number,
  purchases: number[],
  a: number,
  first: number,
): number {
  const peak = (shape * share) / (1 - share);
  let [term, terms, sum] = [1, 1, 0];
  for (let steps = 1; steps <= most; steps++) {
    const ratio = ((shape + steps - 1) / steps) * share;
    term *= ratio;
    terms += term;
    const whole = Math.floor((steps + gone) / k);
    while (purchases.length <= whole) addPurchase(purchases, a, first);
    sum += term * purchases[whole]!;
    if (steps > peak && term * (whole + 1) <= negligible * sum * (1 - ratio)) break;
    // only proportions matter
    if (terms > 1e200) [term, terms, sum] = [term / terms, 1, sum / terms];
  }
  return sum / terms;
}

/** Appends how many of m purchases happen in the mean, if each is followed by leaving with a chance Beta(a, first). */
function addPurchase(purchases: number[], a: number, first: number): void {
  const m = purchases.length;
  const last = m < 2 ? 1 : purchases[m - 1]! - purchases[m - 2]!;
  purchases.push(purchases[m - 1]! + (m === 1 ? 1 : last * ((first + m - 2) / (a + first + m - 2))));
}
