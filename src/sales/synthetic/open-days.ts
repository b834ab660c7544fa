import { isClosed } from "./closed-days.js";
import { type Period, shopPeriod } from "./period.js";

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
