import type { PurchaseHistory, PurchaseModel, PurchaseParameters } from "./purchase-model.js";
import { risingSums } from "./rising-sums.js";
import { mixedLog, type Survival, survivalOf } from "./survival.js";

/**
 * The log-likelihood of purchase histories and, where an array is given, its slope by log r, log alpha, log a, log b.
 *
 * Fader, Hardie and Lee (2005), Marketing Science 24(2), eq. 6; Batislam, Denizel and Filiztekin (2007), IJRM 24(3),
 * appendix; Platzer and Reutterer (2016), Marketing Science 35(5), eq. 4. With whole counts every ratio of gamma
 * functions is a product, added up in logarithms: nothing overflows and nothing cancels.
 */
export function purchaseLikelihood(
  model: PurchaseModel,
  parameters: PurchaseParameters,
  { frequency, recencyDays, ageDays, logGaps }: PurchaseHistory,
  slope?: Float64Array,
): number {
  const { k, leavesAtFirst } = model;
  const { r, alpha, a, b } = parameters;
  const most = frequency.reduce((max, x) => Math.max(max, x), 0);
  const orders = risingSums(r, k * most);
  const stays = risingSums(b, most + 1);
  const all = risingSums(a + b, most + 1);
  let logFactorial = 0;
  for (let i = 2; i < k; i++) logFactorial += Math.log(i);

  const survival: Survival = { log: 0, logGone: 0, byR: 0, byAlpha: 0, goneByR: 0, goneByAlpha: 0 };
  let sum = 0;
  let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
  // hot loop
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i]!;
    const age = ageDays[i]!;
    const shape = r + k * x;
    const chances = leavesAtFirst ? x + 1 : x;
    survivalOf(model, parameters, x, recencyDays[i]!, age, survival);
    const total = mixedLog(survival.log, survival.logGone);
    sum +=
      (k - 1) * logGaps[i]! -
      x * logFactorial +
      stays.logs[chances]! -
      all.logs[chances]! +
      orders.logs[k * x]! -
      r * Math.log1p(age / alpha) -
      k * x * Math.log(alpha + age) +
      total;
    if (slope === undefined) continue;
    const gone = Math.exp(survival.logGone - total);
    const alive = Math.exp(survival.log - total);
    byR += orders.slopes[k * x]! - Math.log1p(age / alpha) + alive * survival.byR + gone * survival.goneByR;
    byAlpha += r / alpha - shape / (alpha + age) + alive * survival.byAlpha + gone * survival.goneByAlpha;
    byA += -all.slopes[chances]! + gone / a;
    byB += stays.slopes[chances]! - all.slopes[chances]! - (chances > 0 ? gone / (b + chances - 1) : 0);
  }
  slope?.set([byR * r, byAlpha * alpha, byA * a, byB * b]);
  return sum;
}
