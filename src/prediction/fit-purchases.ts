import { SegmentLabError } from "../core/errors.js";
import { checkChoice, checkNumber } from "../features/matrix/check-option.js";
import { leastOf } from "./least-of.js";
import { purchaseLikelihood } from "./purchase-likelihood.js";
import type { PurchaseHistory, PurchaseModel, PurchaseModelName, PurchaseParameters } from "./purchase-model.js";

/** A model of purchases fitted to a shop's customers. */
export interface FittedPurchases {
  readonly model: PurchaseModel;
  readonly parameters: PurchaseParameters;
  /** Of the parameters, by the delta method; NaN where the data leave a parameter open. */
  readonly standardErrors: PurchaseParameters;
  readonly logLikelihood: number;
  /** Of log r, log alpha, log a and log b, for draws; null where the data leave a parameter open. */
  readonly logCovariance: readonly (readonly number[])[] | null;
  readonly customers: number;
  /** False where the likelihood still rose when the search ended. */
  readonly converged: boolean;
}

/** Which model is fitted. */
export interface PurchaseFitOptions {
  /** `MBG/NBD` unless given. */
  readonly model?: PurchaseModelName;
  /** How regular purchases are, for `MBG/CNBD-k`: 2 unless given. */
  readonly k?: number;
}

/**
 * Fits a model of purchases by maximum likelihood: BG/NBD (Fader, Hardie and Lee 2005), MBG/NBD (Batislam, Denizel and
 * Filiztekin 2007) or MBG/CNBD-k (Platzer and Reutterer 2016).
 *
 * @param history what `purchaseSummary` gives: frequency, recency and age of each customer in days
 * @param options `model` and, for `MBG/CNBD-k`, its `k`
 * @returns parameters with standard errors and the log-likelihood; `alpha` is in days
 * @throws SegmentLabError `bad-option`; `too-few-rows` where no customer bought on a second day
 * @example
 * const fit = fitPurchases(await purchaseSummary(sales), { model: "MBG/CNBD-k", k: 2 });
 */
export function fitPurchases(history: PurchaseHistory, options: PurchaseFitOptions = {}): FittedPurchases {
  const model = purchaseModel(options);
  const { frequency, ageDays } = history;
  const repeats = frequency.reduce((sum, x) => sum + x, 0);
  const days = ageDays.reduce((sum, age) => sum + age, 0);
  if (repeats === 0)
    throw new SegmentLabError(
      "too-few-rows",
      `none of ${frequency.length} customers bought on a second day; a model of purchases learns from those who came back`,
    );
  const customers = frequency.length;
  // per customer, so that one tolerance serves shops of any size
  const cost = (at: Float64Array, slope: Float64Array): number => {
    const value = -purchaseLikelihood(model, parametersAt(at), history, slope) / customers;
    for (let i = 0; i < slope.length; i++) slope[i]! /= -customers;
    return value;
  };
  const daysAStep = days / (model.k * repeats);
  const starts = [
    [0.5, 0.5 * daysAStep, 0.5, 2.5],
    [2, 2 * daysAStep, 1, 10],
    [1, 0.2 * daysAStep, 2, 2],
  ];
  const { at, value, inverse, converged } = leastOf(cost, starts);
  const covariance = inverse?.map((row) => row.map((one) => one / customers)) ?? null;
  const parameters = parametersAt(at);
  const error = (i: number, parameter: number): number =>
    covariance === null ? Number.NaN : parameter * Math.sqrt(covariance[i]![i]!);
  return {
    model,
    parameters,
    standardErrors: {
      r: error(0, parameters.r),
      alpha: error(1, parameters.alpha),
      a: error(2, parameters.a),
      b: error(3, parameters.b),
    },
    logLikelihood: -value * customers,
    logCovariance: covariance,
    customers,
    converged,
  };
}

/** The parameters whose logarithms these are. */
export function parametersAt(logs: ArrayLike<number>): PurchaseParameters {
  return { r: Math.exp(logs[0]!), alpha: Math.exp(logs[1]!), a: Math.exp(logs[2]!), b: Math.exp(logs[3]!) };
}

function purchaseModel({ model = "MBG/NBD", k }: PurchaseFitOptions): PurchaseModel {
  checkChoice("model", model, ["BG/NBD", "MBG/NBD", "MBG/CNBD-k"]);
  const isRegular = model === "MBG/CNBD-k";
  if (!isRegular && k !== undefined && k !== 1)
    throw new SegmentLabError("bad-option", `k is ${k} for ${model}, whose k is 1; choose MBG/CNBD-k`);
  const own = isRegular ? (k ?? 2) : 1;
  checkNumber("k", own, { least: 1, most: 50, whole: true });
  return { name: model, k: own, leavesAtFirst: model !== "BG/NBD" };
}
