import { digamma, logGamma } from "./log-gamma.js";
import type { ValueHistory, ValueParameters } from "./value-model.js";

/**
 * The log-likelihood of the customers' mean values and, where an array is given, its slope by log p, log q, log gamma.
 * Customers without a valued day add nothing. Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value", eq. 1a.
 */
export function valueLikelihood(
  { p, q, gamma }: ValueParameters,
  { valuedDays, meanDayValue }: ValueHistory,
  slope?: Float64Array,
): number {
  const byDays = new Map<number, { readonly log: number; readonly byP: number; readonly byQ: number }>();
  const gammasOf = (days: number) => {
    const both = digamma(p * days + q);
    const known = {
      log: logGamma(p * days + q) - logGamma(p * days) - logGamma(q) + p * days * Math.log(days),
      byP: days * (both - digamma(p * days) + Math.log(days)),
      byQ: both - digamma(q),
    };
    byDays.set(days, known);
    return known;
  };
  let sum = 0;
  let [byP, byQ, byGamma] = [0, 0, 0];
  for (let i = 0; i < valuedDays.length; i++) {
    const days = valuedDays[i]!;
    if (days === 0) continue;
    const value = meanDayValue[i]!;
    const gammas = byDays.get(days) ?? gammasOf(days);
    const whole = Math.log(gamma + days * value);
    const own = Math.log(gamma) - whole;
    sum += gammas.log + q * own + p * days * (Math.log(value) - whole) - Math.log(value);
    byP += gammas.byP + days * (Math.log(value) - whole);
    byQ += gammas.byQ + own;
    byGamma += q / gamma - (p * days + q) / (gamma + days * value);
  }
  slope?.set([byP * p, byQ * q, byGamma * gamma]);
  return sum;
}
