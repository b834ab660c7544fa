import { checkNumber } from "../features/matrix/check-option.js";
import { type FittedPurchases, fitPurchases } from "./fit-purchases.js";
import type { PurchaseHistory } from "./purchase-model.js";

/** Fitted models beside each other and the one to use. */
export interface ChosenPurchases {
  readonly chosen: FittedPurchases;
  /** BG/NBD, MBG/NBD, then MBG/CNBD-k for k = 2, 3, … */
  readonly fits: readonly FittedPurchases[];
}

/**
 * Fits all models of purchases and chooses how regular customers are, k, by the likelihood among MBG/NBD (k = 1) and
 * MBG/CNBD-k. BG/NBD is fitted for comparison alone: it takes every one-time buyer for a customer for ever.
 *
 * @param history what `purchaseSummary` gives
 * @param options `most`: the largest k that is tried, 4 unless given
 * @returns every fit, and the chosen one
 * @throws SegmentLabError `too-few-rows` where no customer bought on a second day
 */
export function choosePurchases(history: PurchaseHistory, options: { readonly most?: number } = {}): ChosenPurchases {
  const { most = 4 } = options;
  checkNumber("most", most, { least: 1, most: 20, whole: true });
  const modified = [fitPurchases(history, { model: "MBG/NBD" })];
  for (let k = 2; k <= most; k++) modified.push(fitPurchases(history, { model: "MBG/CNBD-k", k }));
  const chosen = modified.reduce((best, fit) => (fit.logLikelihood > best.logLikelihood ? fit : best));
  return { chosen, fits: [fitPurchases(history, { model: "BG/NBD" }), ...modified] };
}
