import type { CacheOption } from "../comparison/kept-folder.js";
import { SegmentLabError } from "../core/errors.js";
import { checkNumber } from "../features/matrix/check-option.js";
import type { Sales } from "../sales/open-sales.js";
import { choosePurchases } from "./choose-purchases.js";
import { expectedOrderValue } from "./expected-order-value.js";
import type { FittedPurchases } from "./fit-purchases.js";
import { type FittedValues, fitValues } from "./fit-values.js";
import { keptForecast } from "./kept-forecast.js";
import { probabilityOfPurchase } from "./probability-of-purchase.js";
import { type PurchaseSummary, purchaseSummary } from "./purchase-summary.js";
import { type SeasonFactor, seasonFactor, yearDays } from "./season-factor.js";

/** What each customer is expected to do if nobody writes to them. */
export interface PurchaseForecast {
  readonly asOf: string;
  readonly horizonDays: number;
  readonly season: SeasonFactor;
  readonly summary: PurchaseSummary;
  readonly purchases: FittedPurchases;
  readonly values: FittedValues;
  /** Probability of a purchase in the days ahead, same season, one a customer of the summary. */
  readonly probability: Float64Array;
  /** Expected net value of an order, one a customer of the summary, in the file's currency. */
  readonly orderValue: Float64Array;
}

/** No forecast, and why. */
export interface NoForecast {
  readonly asOf: string;
  readonly horizonDays: number;
  /** A sentence. */
  readonly reason: string;
}

/** What `purchaseForecast` takes. */
export interface ForecastOptions {
  /** Days ahead, 90 unless given and at most 364. */
  readonly horizonDays?: number;
  /** yyyy-mm-dd; midnight after the file's last transaction unless given. */
  readonly asOf?: string;
  /** False to keep nothing; otherwise the result is kept by content, in data/cache or this folder. */
  readonly cache?: CacheOption;
}

/** Fewer customers who came back, and what a model says of the others is chance. */
const leastRepeaters = 30;

/**
 * Fits the models of purchases and order values and asks them what each customer does in the days ahead. A file that is
 * too short or has too few customers who came back gives no forecast, but the reason.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param options `horizonDays`, `asOf`, `cache`
 * @returns the forecast with the fits behind it, or an object with a `reason`
 * @throws SegmentLabError `bad-option`
 * @example
 * const forecast = await purchaseForecast(sales, { horizonDays: 90 });
 */
export async function purchaseForecast(
  sales: Pick<Sales, "asOf" | "database">,
  options: ForecastOptions = {},
): Promise<PurchaseForecast | NoForecast> {
  const { horizonDays = 90, asOf = sales.asOf, cache = true } = options;
  checkNumber("horizonDays", horizonDays, { least: 1, most: yearDays, whole: true });
  return keptForecast(sales, cache, ["ahead", horizonDays, asOf], () => makeForecast(sales, horizonDays, asOf));
}

async function makeForecast(
  sales: Pick<Sales, "asOf" | "database">,
  horizonDays: number,
  asOf: string,
): Promise<PurchaseForecast | NoForecast> {
  const summary = await purchaseSummary(sales, { asOf });
  const none = (reason: string): NoForecast => ({ asOf, horizonDays, reason });
  const span = summary.ageDays.reduce((most, days) => Math.max(most, days), 0) + 1;
  if (span < 2 * horizonDays)
    return none(
      `No forecast: the sales cover ${span} day${span === 1 ? "" : "s"} before ${asOf}, and ${horizonDays} days ahead take ${2 * horizonDays}.`,
    );
  const repeaters = summary.frequency.reduce((count, x) => count + (x > 0 ? 1 : 0), 0);
  if (repeaters < leastRepeaters)
    return none(
      `No forecast: ${repeaters} of ${summary.customers.length} customers bought on a second day, and a model takes ${leastRepeaters}.`,
    );
  try {
    const season = await seasonFactor(sales, { asOf, horizonDays });
    const { chosen } = choosePurchases(summary);
    const values = fitValues(summary);
    return {
      asOf,
      horizonDays,
      season,
      summary,
      purchases: chosen,
      values,
      probability: probabilityOfPurchase(chosen, summary, horizonDays, season.factor),
      orderValue: expectedOrderValue(values, summary),
    };
  } catch (error) {
    if (error instanceof SegmentLabError && error.code === "too-few-rows")
      return none(`No forecast: ${error.message}.`);
    throw error;
  }
}
