import { median } from "simple-statistics";

const day = 86_400_000;

/**
 * The median of turnover in a window of days around each day. Whole weeks hold every weekday equally often, so that the
 * window needs no correction for weekdays.
 *
 * @param days ascending dates and their turnover
 * @param window an odd multiple of 7, in days
 * @returns one value a day, null where the window leaves the file; where the file is shorter than two windows, the median
 *   of all days, and `window` null
 */
export function movingMedian(
  days: readonly { readonly date: string; readonly turnover: number }[],
  window: number,
): { trend: (number | null)[]; window: number | null } {
  const times = days.map(({ date }) => Date.parse(date) / day);
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? 0;
  if (last - first + 1 < 2 * window) {
    const all = days.length === 0 ? null : median(days.map(({ turnover }) => turnover));
    return { trend: days.map(() => all), window: null };
  }
  const half = (window - 1) / 2;
  let from = 0;
  let to = 0;
  const trend = times.map((time) => {
    while (times[from]! < time - half) from++;
    while (to < times.length && times[to]! <= time + half) to++;
    if (time - half < first || time + half > last) return null;
    return median(days.slice(from, to).map(({ turnover }) => turnover));
  });
  return { trend, window };
}
