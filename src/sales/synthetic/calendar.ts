import { isClosed } from "./closed-days.js";

/** A day on which the synthetic shop is open. */
export interface OpenDay {
  /** ISO date, `2010-12-01`. */
  date: string;
  year: number;
  /** 1 = January. */
  month: number;
  /** 0 = Sunday. */
  weekday: number;
  /** Minutes after midnight; the shop closes at `closes`. */
  opens: number;
  closes: number;
}

/** First and last day, ISO dates, both included. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** First and last day of the file, both open. */
export const shopPeriod = { first: "2009-12-01", last: "2011-12-09" } as const;

/** The days that stand in both sheets. */
export const overlapPeriod = { first: "2010-12-01", last: "2010-12-09" } as const;

const dayMilliseconds = 86_400_000;

/** The shop's open days in order, by default two years: without Saturdays, Christmas, Easter and bank holidays. */
export function openDays(period: Period = shopPeriod): OpenDay[] {
  const days: OpenDay[] = [];
  const last = Date.parse(period.last);
  for (let time = Date.parse(period.first); time <= last; time += dayMilliseconds) {
    const day = new Date(time);
    const date = day.toISOString().slice(0, 10);
    const weekday = day.getUTCDay();
    if (weekday === 6 || isClosed(date)) continue;
    const sunday = weekday === 0;
    days.push({
      date,
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      weekday,
      opens: sunday ? 600 : 480,
      closes: sunday ? 960 : weekday === 4 ? 1200 : 1080,
    });
  }
  return days;
}

/**
 * The period of a shop of so many years, from the same first day, and the nine days in its middle that stand in both
 * sheets. Two years give `shopPeriod` and `overlapPeriod`.
 */
export function periodOf(years: number): Period & { readonly overlap: Period } {
  const after = (months: number, day: number): string =>
    new Date(Date.UTC(2009, 11 + months, day)).toISOString().slice(0, 10);
  return {
    first: shopPeriod.first,
    last: after(12 * years, 9),
    overlap: { first: after(6 * years, 1), last: after(6 * years, 9) },
  };
}
