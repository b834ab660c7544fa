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

/** First and last day of the file, both open. */
export const shopPeriod = { first: "2009-12-01", last: "2011-12-09" } as const;

/** The days that stand in both sheets. */
export const overlapPeriod = { first: "2010-12-01", last: "2010-12-09" } as const;

const closedRanges: readonly (readonly [first: string, last: string])[] = [
  ["2009-12-24", "2010-01-03"],
  ["2010-04-02", "2010-04-05"],
  ["2010-05-03", "2010-05-03"],
  ["2010-05-31", "2010-05-31"],
  ["2010-08-30", "2010-08-30"],
  ["2010-12-24", "2011-01-03"],
  ["2011-04-22", "2011-04-25"],
  ["2011-04-29", "2011-04-29"],
  ["2011-05-02", "2011-05-02"],
  ["2011-05-30", "2011-05-30"],
  ["2011-08-29", "2011-08-29"],
];

const dayMilliseconds = 86_400_000;

/** The shop's open days in order: two years without Saturdays, Christmas, Easter and bank holidays. */
export function openDays(): OpenDay[] {
  const days: OpenDay[] = [];
  const last = Date.parse(shopPeriod.last);
  for (let time = Date.parse(shopPeriod.first); time <= last; time += dayMilliseconds) {
    const day = new Date(time);
    const date = day.toISOString().slice(0, 10);
    const weekday = day.getUTCDay();
    if (weekday === 6 || closedRanges.some(([from, to]) => from <= date && date <= to)) continue;
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
