import { median } from "simple-statistics";

/** How a weekday compares with an average open day. */
export interface WeekdayIndex {
  readonly weekday: number;
  /** 1.2: a fifth more than on an average open day. */
  readonly index: number;
  readonly days: number;
}

/**
 * The median of turnover over trend by weekday, scaled so that the weekdays of an open week average 1.
 *
 * @param days the open days
 * @param trend one value a day; days without one, or with one that is not above 0, are left out
 */
export function weekdayIndices(
  days: readonly { readonly weekday: number; readonly turnover: number }[],
  trend: readonly (number | null)[],
): WeekdayIndex[] {
  const ratios = new Map<number, number[]>();
  for (const [i, { weekday, turnover }] of days.entries()) {
    const level = trend[i];
    if (level === null || level === undefined || !(level > 0)) continue;
    ratios.set(weekday, [...(ratios.get(weekday) ?? []), turnover / level]);
  }
  const raw = [...ratios]
    .map(([weekday, values]) => ({ weekday, index: median(values), days: values.length }))
    .sort((a, b) => a.weekday - b.weekday);
  const mean = raw.reduce((sum, { index }) => sum + index, 0) / raw.length;
  return mean > 0 ? raw.map((entry) => ({ ...entry, index: entry.index / mean })) : [];
}
