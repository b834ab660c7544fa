import type { ColumnTable } from "arquero";
import type { CacheOption } from "../comparison/kept-folder.js";
import { SegmentLabError } from "../core/errors.js";
import { type BacktestOptions, backtestOrders } from "../prediction/backtest-orders.js";
import { purchaseForecast } from "../prediction/purchase-forecast.js";
import type { Sales } from "../sales/open-sales.js";
import type { NamedSegment } from "./name-segments.js";
import type { ActionPlan } from "./plan/action-plan.js";
import { contactTimes } from "./plan/contact-times.js";
import { planActions } from "./plan/plan-actions.js";
import type { PlanOptions } from "./plan/plan-input.js";

/** What `planShop` takes: what a plan takes for granted, and its period. */
export interface PlanShopOptions extends PlanOptions {
  /** Days in which purchases count, 90 unless given. */
  readonly horizonDays?: number;
  /** False to keep no forecast; otherwise they are kept by content, in data/cache or this folder. */
  readonly cache?: CacheOption;
}

/**
 * Plans the actions of a shop from its sales and named segments: forecasts purchases, holds earlier forecasts against what
 * happened (their errors widen what is at stake), counts the best times, and makes the plan.
 *
 * @param sales as `openSales` gives them
 * @param shop `customers` of `buildFeatures`, `labels` of the chosen clustering, `segments` of `nameSegments`
 * @param options those of `planActions`, `horizonDays` and `cache`
 * @returns the plan; without money where the sales are too short for a forecast
 * @throws SegmentLabError as `planActions`
 * @example
 * const plan = await planShop(
 *   sales,
 *   { customers: customers, labels: labels, segments: segments },
 *   { budget: 500 },
 * );
 */
export async function planShop(
  sales: Sales,
  shop: { readonly customers: ColumnTable; readonly labels: Int32Array; readonly segments: readonly NamedSegment[] },
  { horizonDays = 90, cache = true, ...options }: PlanShopOptions = {},
): Promise<ActionPlan> {
  const forecast = await purchaseForecast(sales, { horizonDays, cache });
  const ratios = options.ratios ?? ("reason" in forecast ? [] : await earlierRatios(sales, { horizonDays, cache }));
  const times = await contactTimes(sales);
  return planActions(
    { ...shop, forecast, times, currency: sales.currency, redaction: sales.redaction },
    { ...options, ratios },
  );
}

async function earlierRatios(sales: Sales, options: BacktestOptions): Promise<readonly number[]> {
  try {
    return (await backtestOrders(sales, options)).ratios;
  } catch (error) {
    // too short to look back: ranges then rest on the parameters alone
    if (error instanceof SegmentLabError && error.code === "too-few-rows") return [];
    throw error;
  }
}
