import type { Sales } from "../open-sales.js";
import { salesCalendar } from "../profile/sales-calendar.js";
import { type Basis, rowsOf } from "./basis.js";
import { type MonthOfYear, monthsOfYear } from "./months-of-year.js";
import { movingMedian } from "./moving-median.js";
import { type WeekdayIndex, weekdayIndices } from "./weekday-indices.js";

/** A day on which the shop was open, and the parts of its turnover: trend × weekday × rest. */
export interface TurnoverDay {
  /** yyyy-mm-dd */
  readonly date: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly turnover: number;
  /** What an average open day of these weeks brings; null at the ends, where the window leaves the file. */
  readonly trend: number | null;
  /** Turnover over trend × weekday index: 1 is a day as expected. */
  readonly rest: number | null;
}

/** Daily turnover taken apart. */
export interface TurnoverParts {
  readonly basis: Basis;
  readonly days: readonly TurnoverDay[];
  readonly weekdays: readonly WeekdayIndex[];
  /** January to December; null unless every month of the year stands in the file in full at least twice. */
  readonly season: { readonly months: readonly MonthOfYear[]; readonly growthPerYear: number } | null;
  /** Length of the window of the trend in days; null where the file is too short and the trend is one median. */
  readonly window: number | null;
  /** What was left out because the shop is closed on that weekday. */
  readonly leftOut: { readonly days: number; readonly turnover: number };
}

const weeks = 5;

/**
 * Takes daily turnover apart into trend × weekday × rest, on days on which the shop was open: a closed day is no bad day.
 * The multiplicative classical decomposition (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.,
 * section 3.4) with medians for means, as wholesale orders ask for: the trend is a centred median over five weeks of open
 * days, a weekday's index the median of turnover over trend. Where two years of full months exist, the months of the
 * year and the growth are estimated beside it (`monthsOfYear`): the trend of five weeks holds both.
 *
 * @param sales what `openSales` gave
 * @param options `basis`: `all` turnover (where left out) or that of `identified` customers
 * @returns the days taken apart, an index a weekday and, where two full years allow it, one a month with the growth
 * @example show(turnoverParts(await decomposeTurnover(sales)))
 */
export async function decomposeTurnover(
  sales: Sales,
  options: { readonly basis?: Basis } = {},
): Promise<TurnoverParts> {
  const { basis = "all" } = options;
  const calendar = await salesCalendar(sales);
  const open = new Set(calendar.weekdays.filter((weekday) => weekday.open).map(({ weekday }) => weekday));
  const read = await sales.rows<{ date: string; weekday: number; turnover: number }>(`
    SELECT strftime(day, '%Y-%m-%d') AS date, isodow(day) AS weekday, CAST(sum(revenue) AS DOUBLE) AS turnover
    FROM (SELECT CAST(invoiced_at AS DATE) AS day, revenue FROM rows WHERE ${rowsOf(basis)}) GROUP BY day ORDER BY day`);
  const days = read.filter(({ weekday }) => open.has(weekday));
  const closed = read.filter(({ weekday }) => !open.has(weekday));
  const { trend, window } = movingMedian(days, weeks * 7);
  const weekdays = weekdayIndices(days, trend);
  const indexOf = new Map(weekdays.map(({ weekday, index }) => [weekday, index]));
  return {
    basis,
    days: days.map((day, i) => {
      const expected = (trend[i] ?? 0) * (indexOf.get(day.weekday) ?? 0);
      return { ...day, trend: trend[i] ?? null, rest: expected > 0 ? day.turnover / expected : null };
    }),
    weekdays,
    season: monthsOfYear(days, calendar.months),
    window,
    leftOut: { days: closed.length, turnover: closed.reduce((sum, day) => sum + day.turnover, 0) },
  };
}
