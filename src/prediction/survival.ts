import type { PurchaseModel, PurchaseParameters } from "./purchase-model.js";

/** How likely a customer's silence is, up to a common factor, if they stayed and if they left; with slopes. */
export interface Survival {
  /** Logarithm of the part of those who stayed and just have not bought yet. */
  log: number;
  /** Logarithm of the part of those who left after their last purchase; −∞ where nobody could. */
  logGone: number;
  byR: number;
  byAlpha: number;
  goneByR: number;
  goneByAlpha: number;
}

/** Works out both parts for one customer, into `into`: this runs once a customer and step of the fit. */
export function survivalOf(
  { k, leavesAtFirst }: PurchaseModel,
  { r, alpha, a, b }: PurchaseParameters,
  frequency: number,
  recencyDays: number,
  ageDays: number,
  into: Survival,
): void {
  const shape = r + k * frequency;
  const chances = leavesAtFirst ? frequency + 1 : frequency;
  const silence = (ageDays - recencyDays) / (alpha + ageDays);
  into.goneByR = -Math.log1p(-silence);
  into.goneByAlpha = shape * (1 / (alpha + ageDays) - 1 / (alpha + recencyDays));
  into.logGone =
    chances === 0 ? Number.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + chances - 1) + shape * into.goneByR;
  // fewer than k steps of the Erlang clock in the silence: a negative binomial series of k terms
  let term = 1;
  let sum = 1;
  let inverses = 0;
  let [byR, byAlpha] = [0, 0];
  for (let step = 1; step < k; step++) {
    term *= ((shape + step - 1) / step) * silence;
    inverses += 1 / (shape + step - 1);
    sum += term;
    byR += term * inverses;
    byAlpha -= (term * step) / (alpha + ageDays);
  }
  into.log = Math.log(sum);
  into.byR = byR / sum;
  into.byAlpha = byAlpha / sum;
}

/** log(eᵃ + eᵇ) without overflow. */
export function mixedLog(a: number, b: number): number {
  const most = Math.max(a, b);
  return most + Math.log1p(Math.exp(-Math.abs(a - b)));
}
