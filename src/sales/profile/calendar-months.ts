import type { TradingDay } from "./trading-day.js";

/** How much of a calendar month the file holds. */
export interface MonthCoverage {
  /** yyyy-mm */
  readonly month: string;
  /** True where the file begins after, or ends before, an open weekday of the month. */
  readonly partial: boolean;
  /** Dates with transactions. */
  readonly tradingDays: number;
}

/**
 * The months of a file and which of them it covers in part: only the first and the last can be, and only where an open
 * weekday of theirs lies outside the file.
 *
 * @param days the trading days, ascending
 * @param open the weekdays on which the shop trades; 1 is Monday
 */
export function calendarMonths(days: readonly TradingDay[], open: ReadonlySet<number>): MonthCoverage[] {
  const first = days[0]!.date;
  const last = days.at(-1)!.date;
  const counts = new Map<string, number>();
  for (const { date } of days) counts.set(date.slice(0, 7), (counts.get(date.slice(0, 7)) ?? 0) + 1);
  return [...counts].map(([month, tradingDays]) => {
    const partial = datesOf(month).some((date) => (date < first || date > last) && open.has(weekdayOf(date)));
    return { month, partial, tradingDays };
  });
}

function datesOf(month: string): string[] {
  const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return Array.from({ length: end }, (_, i) => `${month}-${String(i + 1).padStart(2, "0")}`);
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
