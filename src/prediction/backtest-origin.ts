import { addDays } from "../core/add-days.js";
import type { Sales } from "../sales/open-sales.js";
import { baselineForecasts } from "./baseline-forecasts.js";
import { checkValues, type ValueCheck } from "./check-values.js";
import { choosePurchases } from "./choose-purchases.js";
import { expectedOrderValue } from "./expected-order-value.js";
import { expectedOrders } from "./expected-orders.js";
import type { FittedPurchases } from "./fit-purchases.js";
import { type ForecastError, forecastError } from "./forecast-error.js";
import { rowsByFrequency } from "./frequency-classes.js";
import { purchaseSummary } from "./purchase-summary.js";
import { purchasesBetween } from "./purchases-between.js";
import { type SeasonFactor, seasonFactor } from "./season-factor.js";

/** Forecast and actual purchase days of customers who bought about as often. */
export interface OrderCalibration {
  /** Purchase days after the first one before the origin. */
  readonly frequency: string;
  readonly customers: number;
  /** Purchase days a customer in the period: by the chosen model with its season factor, and as they were. */
  readonly predicted: number;
  readonly actual: number;
}

/** A forecast from one day of the past. */
export interface BacktestedOrigin {
  /** yyyy-mm-dd: the forecast knows what came before and begins on this day. */
  readonly origin: string;
  readonly customers: number;
  readonly season: SeasonFactor;
  readonly chosen: FittedPurchases;
  readonly fits: readonly FittedPurchases[];
  /** BG/NBD, MBG/NBD and the chosen model, each with and without the season factor, then the baselines. */
  readonly errors: readonly ForecastError[];
  readonly calibration: readonly OrderCalibration[];
  readonly values: ValueCheck;
  /** Net value of the period: season × expected orders × expected value, and as it was. */
  readonly revenue: { readonly predicted: number; readonly actual: number };
}

/** The forecast that is used: the model whose k was chosen, times the season factor. */
export const chosenMethod = "chosen model × season";

/** Forecasts the days after an origin from what came before it and holds that against what happened. */
export async function backtestOrigin(
  sales: Sales,
  origin: string,
  horizonDays: number,
  firstDay: string,
): Promise<BacktestedOrigin> {
  const summary = await purchaseSummary(sales, { asOf: origin });
  const { customers, frequency } = summary;
  const period = await purchasesBetween(sales, customers, origin, addDays(origin, horizonDays));
  const season = await seasonFactor(sales, { asOf: origin, horizonDays });
  const { chosen, fits } = choosePurchases(summary);
  const values = checkValues(summary, period);
  const errors: ForecastError[] = [];
  const forecast = (method: string, fit: FittedPurchases): Float64Array => {
    const orders = expectedOrders(fit, summary, horizonDays);
    const seasonal = orders.map((one) => one * season.factor);
    errors.push(forecastError(method, false, orders, period.days));
    errors.push(forecastError(`${method} × season`, false, seasonal, period.days));
    return seasonal;
  };
  for (const fit of fits) if (fit.model.k === 1) forecast(fit.model.name, fit);
  const orders = forecast("chosen model", chosen);
  for (const baseline of await baselineForecasts(sales, summary, horizonDays, firstDay))
    errors.push(forecastError(baseline.method, true, baseline.orders, period.days));
  const expected = expectedOrderValue(values.fit, summary);
  const mean = (rows: readonly number[], of: Float64Array) => rows.reduce((sum, i) => sum + of[i]!, 0) / rows.length;
  return {
    origin,
    customers: customers.length,
    season,
    chosen,
    fits,
    errors,
    calibration: rowsByFrequency(frequency).map(({ name, rows }) => ({
      frequency: name,
      customers: rows.length,
      predicted: mean(rows, orders),
      actual: mean(rows, period.days),
    })),
    values,
    revenue: {
      predicted: expected.reduce((sum, value, i) => sum + value * orders[i]!, 0),
      actual: period.netValue.reduce((sum, value) => sum + value, 0),
    },
  };
}
