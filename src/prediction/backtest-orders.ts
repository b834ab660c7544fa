import type { CacheOption } from "../comparison/kept-folder.js";
import { addDays } from "../core/add-days.js";
import { SegmentLabError } from "../core/errors.js";
import { type RunOptions, throwIfAborted } from "../core/progress.js";
import { checkNumber } from "../features/matrix/check-option.js";
import type { Sales } from "../sales/open-sales.js";
import { type BacktestedOrigin, backtestOrigin, chosenMethod } from "./backtest-origin.js";
import { checkDay } from "./check-day.js";
import { type ForecastError, pooledErrors } from "./forecast-error.js";
import { keptForecast } from "./kept-forecast.js";
import { yearDays } from "./season-factor.js";

/** What `backtestOrders` takes. */
export interface BacktestOptions extends RunOptions {
  /** Days that are forecast, 90 unless given. */
  readonly horizonDays?: number;
  /** How many origins, each a horizon before the next; 4 unless given. */
  readonly origins?: number;
  /** yyyy-mm-dd, the day after the last one that is known; midnight after the file's last transaction unless given. */
  readonly asOf?: string;
  /** False to keep nothing; otherwise the result is kept by content, in data/cache or this folder. */
  readonly cache?: CacheOption;
}

/** Forecasts of the past, held against what happened. */
export interface OrderBacktest {
  readonly horizonDays: number;
  /** The earliest first. */
  readonly origins: readonly BacktestedOrigin[];
  /** Errors over all origins together. */
  readonly pooled: readonly ForecastError[];
  /** Predicted over actual of the chosen model with its season at each origin that had any orders, for `valueAtStake`. */
  readonly ratios: readonly number[];
  /** What a reader of the figures has to know, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Forecasts purchase days from several days of the past, each time from what came before alone, and holds them against
 * what happened and against three forecasts that need no model. One origin misleads where trade has a season. What was
 * computed of the same sales before is not computed again.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param options `horizonDays`, `origins`, `asOf`, `cache`; `signal` and `onProgress`
 * @returns per origin the fits, the season factor, errors, calibration by frequency, and how order values held
 * @throws SegmentLabError `bad-option`; `too-few-rows` where the sales are too short for a single origin; `aborted`
 * @example
 * const backtest = await backtestOrders(sales, { horizonDays: 90 });
 * show(backtest.pooled);
 */
export async function backtestOrders(sales: Sales, options: BacktestOptions = {}): Promise<OrderBacktest> {
  const { horizonDays = 90, origins = 4, cache = true } = options;
  const end = checkDay("asOf", options.asOf ?? sales.asOf);
  checkNumber("horizonDays", horizonDays, { least: 1, most: yearDays, whole: true });
  checkNumber("origins", origins, { least: 1, most: 50, whole: true });
  const parts = ["back-test", horizonDays, origins, end];
  return keptForecast(sales, cache, parts, () => makeBacktest(sales, { horizonDays, origins, end }, options));
}

async function makeBacktest(
  sales: Sales,
  { horizonDays, origins, end }: { readonly horizonDays: number; readonly origins: number; readonly end: string },
  { signal, onProgress }: RunOptions,
): Promise<OrderBacktest> {
  const [span] = await sales.rows<{ first: string }>(
    "SELECT strftime(min(CAST(invoiced_at AS DATE)), '%Y-%m-%d') AS first FROM lines",
  );
  const firstDay = span!.first;
  const wanted = Array.from({ length: origins }, (_, i) => addDays(end, -(origins - i) * horizonDays));
  // two periods before it, so that the segments' last period can be told from what came before
  const possible = wanted.filter((origin) => addDays(origin, -2 * horizonDays) >= firstDay);
  if (possible.length === 0)
    throw new SegmentLabError(
      "too-few-rows",
      `the sales run from ${firstDay} to ${end}; a forecast of ${horizonDays} days needs ${3 * horizonDays} days to be checked on: give a shorter horizonDays`,
    );
  const done: BacktestedOrigin[] = [];
  for (const origin of possible) {
    throwIfAborted(signal, "the back-test");
    done.push(await backtestOrigin(sales, origin, horizonDays, firstDay));
    onProgress?.({ done: done.length, total: possible.length, label: `forecasts of ${horizonDays} days` });
  }
  return {
    horizonDays,
    origins: done,
    pooled: pooledErrors(done.map(({ errors }) => errors)),
    ratios: done
      .flatMap(({ errors }) => errors.filter(({ method }) => method === chosenMethod))
      .map(({ ratio }) => ratio)
      .filter((ratio) => ratio > 0),
    notes: notesOf(done, wanted.length, firstDay),
  };
}

function notesOf(origins: readonly BacktestedOrigin[], wanted: number, firstDay: string): string[] {
  const without = origins.filter(({ season }) => season.years === 0).length;
  return [
    `The file begins on ${firstDay}: who bought before is taken for a newcomer, so that tenure is too short (left-censored).`,
    "Only customers known at the origin are forecast and counted; newcomers after it are not.",
    ...(origins.length < wanted ? [`${origins.length} of ${wanted} origins have enough sales before them.`] : []),
    ...(without > 0
      ? [`${without} of ${origins.length} origins have no whole year before them: their season is 1.`]
      : []),
  ];
}
