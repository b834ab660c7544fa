import { SegmentLabError } from "../core/errors.js";
import { leastOf } from "./least-of.js";
import { valueLikelihood } from "./value-likelihood.js";
import type { ValueHistory, ValueParameters } from "./value-model.js";

/** The model of order values fitted to a shop's customers. */
export interface FittedValues {
  readonly parameters: ValueParameters;
  /** Of the parameters, by the delta method; NaN where the data leave a parameter open. */
  readonly standardErrors: ValueParameters;
  readonly logLikelihood: number;
  /** Of log p, log q and log gamma, for draws; null where the data leave a parameter open. */
  readonly logCovariance: readonly (readonly number[])[] | null;
  /** Customers with at least one valued day. */
  readonly customers: number;
  readonly converged: boolean;
}

/**
 * Fits the Gamma–Gamma model of order values by maximum likelihood. It takes values to be independent of how often
 * customers buy; `backtestOrders` prints how far that is from the truth.
 *
 * Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value". The first purchase day counts too, so that
 * one-time buyers have a value of their own.
 *
 * @param history what `purchaseSummary` gives: valued days and their mean value
 * @returns parameters with standard errors and the log-likelihood
 * @throws SegmentLabError `too-few-rows` for fewer than two customers with a valued day
 */
export function fitValues(history: ValueHistory): FittedValues {
  const { valuedDays, meanDayValue } = history;
  const valued = meanDayValue.filter((_, i) => valuedDays[i]! > 0);
  const customers = valued.length;
  if (customers < 2)
    throw new SegmentLabError(
      "too-few-rows",
      `${customers} of ${valuedDays.length} customers have a day of net value above 0; order values need at least two`,
    );
  const scale = valued.reduce((sum, value) => sum + value, 0) / customers;
  const scaled: ValueHistory = { valuedDays, meanDayValue: meanDayValue.map((value) => value / scale) };
  const cost = (at: Float64Array, slope: Float64Array): number => {
    const value = -valueLikelihood(valueParametersAt(at), scaled, slope) / customers;
    for (let i = 0; i < slope.length; i++) slope[i]! /= -customers;
    return value;
  };
  const { at, value, inverse, converged } = leastOf(cost, [
    [1, 3, 2],
    [5, 3, 0.4],
    [0.5, 1.5, 1],
  ]);
  const covariance = inverse?.map((row) => row.map((one) => one / customers)) ?? null;
  const { p, q, gamma } = valueParametersAt(at);
  const error = (i: number, parameter: number): number =>
    covariance === null ? Number.NaN : parameter * Math.sqrt(covariance[i]![i]!);
  return {
    parameters: { p, q, gamma: gamma * scale },
    standardErrors: { p: error(0, p), q: error(1, q), gamma: error(2, gamma * scale) },
    logLikelihood: -value * customers - customers * Math.log(scale),
    logCovariance: covariance,
    customers,
    converged,
  };
}

/** The parameters whose logarithms these are. */
export function valueParametersAt(logs: ArrayLike<number>): ValueParameters {
  return { p: Math.exp(logs[0]!), q: Math.exp(logs[1]!), gamma: Math.exp(logs[2]!) };
}
