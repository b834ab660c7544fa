import { type ColumnTable, from } from "arquero";
import type { OrderBacktest } from "./backtest-orders.js";
import type { ForecastError } from "./forecast-error.js";

/**
 * The errors of every method at every origin, and over all of them, as a table: good or bad, baselines among them.
 *
 * @param backtest what `backtestOrders` gives
 * @returns an arquero table: `origin` (yyyy-mm-dd or "all"), `method`, `is_baseline`, `customers`, `predicted` and
 *   `actual` purchase days, `mae` and `rmse` a customer, `ratio` of predicted to actual, null where nothing came
 */
export function backtestTable({ origins, pooled }: OrderBacktest): ColumnTable {
  const rows = (origin: string, errors: readonly ForecastError[]) =>
    errors.map(({ isBaseline, method, ratio, ...numbers }) => ({
      origin,
      method,
      is_baseline: isBaseline,
      ...numbers,
      ratio: Number.isNaN(ratio) ? null : ratio,
    }));
  return from([...origins.flatMap(({ origin, errors }) => rows(origin, errors)), ...rows("all", pooled)]);
}
