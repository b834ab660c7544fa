import { SegmentLabError } from "../core/errors.js";
import { checkNumber } from "../features/matrix/check-option.js";
import { sumInOrder } from "../features/rfm/sum-in-order.js";
import { drawParameters } from "./draw-parameters.js";
import { type FittedPurchases, parametersAt } from "./fit-purchases.js";
import { type FittedValues, valueParametersAt } from "./fit-values.js";
import type { PurchaseHistory } from "./purchase-model.js";
import type { PurchaseSummary } from "./purchase-summary.js";
import { stakeRanges } from "./stake-ranges.js";
import { stakesOf } from "./stakes-of.js";
import type { ValueHistory } from "./value-model.js";

/** What `valueAtStake` takes. */
export interface StakeOptions {
  /** Days in which the value would be lost, 90 unless given. */
  readonly horizonDays?: number;
  /** What `seasonFactor` gives for these days; 1 unless given. */
  readonly season?: number;
  /** The segment of each customer of the summary, in its order; their stakes are added up. */
  readonly segments?: readonly string[];
  /** Predicted over actual of earlier forecasts, as a back-test gives them in `ratios`: widens the ranges by them. */
  readonly ratios?: readonly number[];
  /** Draws of the parameters for the ranges, 100 unless given. */
  readonly draws?: number;
  readonly seed?: number;
}

/**
 * Net value at stake in the file's currency. From `low` to `high` is 90 % of what the parameters leave open, and where
 * ratios of earlier forecasts are given, as far too high and too low as these were.
 */
export interface StakeRange {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/** What is at stake in a segment. */
export interface SegmentStake extends StakeRange {
  readonly segment: string;
  readonly customers: number;
}

/** What is at stake: of each customer in the summary's order, of each segment, and in all. */
export interface ValueAtStake {
  readonly asOf: string;
  readonly horizonDays: number;
  readonly season: number;
  readonly customers: readonly string[];
  readonly probabilityAlive: Float64Array;
  /** Purchase days in the period of a customer who has not left, season included. */
  readonly ordersIfAlive: Float64Array;
  /** Net value of an order. */
  readonly orderValue: Float64Array;
  readonly base: Float64Array;
  /** NaN where the data leave a parameter open. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The most at stake first. */
  readonly segments: readonly SegmentStake[];
  readonly total: StakeRange;
}

/**
 * What the shop stands to lose in a period from customers who may have left: season factor × expected orders of a
 * customer who is still there × (1 − probability of being so) × expected net value of an order. Expected revenue, which
 * already holds the probability, is not what is multiplied. Ranges come from draws of the parameters by their covariance;
 * a model errs by more than that, which the ratios of a back-test add.
 *
 * @param summary what `purchaseSummary` gives
 * @param fits `purchases` of `choosePurchases` or `fitPurchases`, `values` of `fitValues`
 * @param options `horizonDays`, `season`, `segments`, `ratios`, `draws`, `seed`
 * @returns low, base and high for each customer, each segment and in all; sums of base add up to the customer
 * @throws SegmentLabError `bad-option`; `bad-value` where segments and customers are not as many
 * @example
 * const summary = await purchaseSummary(sales);
 * const fits = { purchases: fitPurchases(summary), values: fitValues(summary) };
 * const season = await seasonFactor(sales);
 * const stake = valueAtStake(summary, fits, { season: season.factor });
 */
export function valueAtStake(
  summary: PurchaseSummary,
  fits: { readonly purchases: FittedPurchases; readonly values: FittedValues },
  options: StakeOptions = {},
): ValueAtStake {
  const { horizonDays = 90, season = 1, segments, ratios = [], draws = 100, seed = 1 } = options;
  checkNumber("horizonDays", horizonDays, { least: 0 });
  checkNumber("season", season, { least: 0 });
  checkNumber("draws", draws, { least: 20, most: 10_000, whole: true });
  for (const ratio of ratios)
    if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY))
      throw new SegmentLabError("bad-option", `a ratio of an earlier forecast is ${ratio}; give numbers above 0`);
  const n = summary.customers.length;
  if (segments && segments.length !== n)
    throw new SegmentLabError("bad-value", `${segments.length} segments for ${n} customers; give one a customer`);
  const { purchases, values } = fits;
  const { r, alpha, a, b } = purchases.parameters;
  const { p, q, gamma } = values.parameters;
  // one stream of numbers for each, so that a change of one model leaves the draws of the other
  const purchaseDraws = drawParameters([r, alpha, a, b], purchases.logCovariance, draws, seed);
  const valueDraws = drawParameters([p, q, gamma], values.logCovariance, draws, seed + 1);
  const count = Math.min(purchaseDraws.length, valueDraws.length);

  const { stake, ...factors } = stakesOf(purchases, values, summary, horizonDays, season);
  const names = [...new Set(segments ?? [])].sort();
  const place = new Map(names.map((name, i) => [name, i]));
  const groups = Int32Array.from(summary.customers, (_, i) => (segments ? place.get(segments[i]!)! : 0));
  const ranges = stakeRanges(
    n,
    (from, to) => {
      const part = rowsOf(summary, from, to);
      return purchaseDraws.slice(0, count).map((logs, draw) => {
        const drawn = { model: purchases.model, parameters: parametersAt(logs) };
        return stakesOf(drawn, { parameters: valueParametersAt(valueDraws[draw]!) }, part, horizonDays, season).stake;
      });
    },
    count,
    groups,
    Math.max(1, names.length),
  );
  const sumOf = (group: number | null): { customers: number; base: number } => {
    const rows = [...stake.keys()].filter((i) => group === null || groups[i] === group);
    return { customers: rows.length, base: sumInOrder(rows.map((i) => stake[i]!)) };
  };
  // a forecast that was 1.4 times too high may be so again
  const [tooHigh, tooLow] = [Math.max(1, ...ratios), Math.min(1, ...ratios)];
  const bySegment = names.map((segment, i) => {
    const [low, high] = ranges.groups[i]!;
    return { segment, ...sumOf(i), low: low / tooHigh, high: high / tooLow };
  });
  const [low, high] = ranges.groups.at(-1)!;
  return {
    asOf: summary.asOf,
    horizonDays,
    season,
    customers: summary.customers,
    ...factors,
    base: stake,
    low: ranges.low.map((one) => one / tooHigh),
    high: ranges.high.map((one) => one / tooLow),
    segments: bySegment.sort((x, y) => y.base - x.base || (x.segment < y.segment ? -1 : 1)),
    total: { low: low / tooHigh, base: sumOf(null).base, high: high / tooLow },
  };
}

function rowsOf(summary: PurchaseSummary, from: number, to: number): PurchaseHistory & ValueHistory {
  return {
    frequency: summary.frequency.subarray(from, to),
    recencyDays: summary.recencyDays.subarray(from, to),
    ageDays: summary.ageDays.subarray(from, to),
    logGaps: summary.logGaps.subarray(from, to),
    valuedDays: summary.valuedDays.subarray(from, to),
    meanDayValue: summary.meanDayValue.subarray(from, to),
  };
}
