import type { Sales } from "../open-sales.js";
import { calendarMonths, type MonthCoverage } from "./calendar-months.js";
import type { TradingDay } from "./trading-day.js";

/** How often the shop trades on a weekday. */
export interface WeekdayCoverage {
  readonly weekday: number;
  /** Dates of that weekday between the first and the last day of the file, and those of them with rows. */
  readonly dates: number;
  readonly traded: number;
  readonly open: boolean;
}

/** A run of dates on open weekdays without a single row. */
export interface CalendarGap {
  readonly from: string;
  readonly to: string;
  /** Dates on open weekdays within it. */
  readonly days: number;
}

/** When the shop trades. */
export interface SalesCalendar {
  readonly from: string;
  readonly to: string;
  /** Ascending; dates without a row are left out. */
  readonly days: readonly TradingDay[];
  readonly weekdays: readonly WeekdayCoverage[];
  /** The longest first. */
  readonly gaps: readonly CalendarGap[];
  readonly months: readonly MonthCoverage[];
}

const dayMilliseconds = 86_400_000;
/** A weekday is closed where it trades on so much smaller a share of its dates than the busiest weekday. */
const closedShare = 0.1;
/** Fewer dates than these say nothing about a weekday. */
const fewestDates = 4;

/**
 * Finds when a shop trades: its open weekdays, the runs of open weekdays without a row (holidays, or rows that are
 * lost), and the months that the file covers in part. A weekday is closed where it trades on less than a tenth of the
 * share of dates of the busiest weekday.
 *
 * @param sales what `openSales` gave
 * @returns days with rows, open weekdays, gaps, and months with their coverage
 */
export async function salesCalendar(sales: Sales): Promise<SalesCalendar> {
  const days = await sales.rows<TradingDay>(`
    SELECT strftime(day, '%Y-%m-%d') AS date, isodow(day) AS weekday, count(*) AS rows,
      CAST(sum(revenue) AS DOUBLE) AS revenue
    FROM (SELECT CAST(invoiced_at AS DATE) AS day, revenue FROM rows WHERE fate <> 'overlap') GROUP BY day ORDER BY day`);
  const from = days[0]!.date;
  const to = days.at(-1)!.date;
  const weekdays = weekdayCoverage(days, from, to);
  const open = new Set(weekdays.filter((weekday) => weekday.open).map(({ weekday }) => weekday));
  return { from, to, days, weekdays, gaps: findGaps(days, open), months: calendarMonths(days, open) };
}

function weekdayCoverage(days: readonly TradingDay[], from: string, to: string): WeekdayCoverage[] {
  const span = (Date.parse(to) - Date.parse(from)) / dayMilliseconds + 1;
  const first = days[0]!.weekday;
  const counts = Array.from({ length: 7 }, (_, i) => {
    const weekday = i + 1;
    const dates = Math.ceil((span - ((weekday - first + 7) % 7)) / 7);
    return { weekday, dates: Math.max(0, dates), traded: days.filter((day) => day.weekday === weekday).length };
  });
  const busiest = Math.max(...counts.map(({ dates, traded }) => (dates === 0 ? 0 : traded / dates)));
  return counts.map((count) => {
    const share = count.dates === 0 ? 0 : count.traded / count.dates;
    return { ...count, open: count.dates < fewestDates ? count.traded > 0 : share >= closedShare * busiest };
  });
}

function findGaps(days: readonly TradingDay[], open: ReadonlySet<number>): CalendarGap[] {
  const gaps: CalendarGap[] = [];
  for (const [i, day] of days.slice(1).entries()) {
    const before = Date.parse(days[i]!.date);
    const missing: string[] = [];
    for (let at = before + dayMilliseconds; at < Date.parse(day.date); at += dayMilliseconds) {
      const date = new Date(at);
      if (open.has(date.getUTCDay() || 7)) missing.push(date.toISOString().slice(0, 10));
    }
    if (missing.length > 0) gaps.push({ from: missing[0]!, to: missing.at(-1)!, days: missing.length });
  }
  return gaps.sort((a, b) => b.days - a.days || (a.from < b.from ? -1 : 1));
}
