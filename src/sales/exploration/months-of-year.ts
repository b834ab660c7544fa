import type { MonthCoverage } from "../profile/calendar-months.js";

/** How an open day of a month of the year compares with one of an average month. */
export interface MonthOfYear {
  /** 1 is January. */
  readonly month: number;
  readonly index: number;
  /** How many years it rests on. */
  readonly years: number;
}

/**
 * Season and growth of turnover an open day by month: least squares of its logarithm on a line and the twelve months
 * (seasonal dummies; Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 7.4), which closed
 * days and months of unequal length cannot distort. Two years tell a season from a growth only where both years share it.
 *
 * @param days the open days and their turnover
 * @param months which months of the file it holds in full
 * @returns indices whose geometric mean is 1, and the growth as a share a year; null unless every month of the year
 *   stands in the file in full twice, with turnover above 0
 */
export function monthsOfYear(
  days: readonly { readonly date: string; readonly turnover: number }[],
  months: readonly MonthCoverage[],
): { months: MonthOfYear[]; growthPerYear: number } | null {
  const points = months.flatMap(({ month, partial }) => {
    const own = days.filter(({ date }) => date.startsWith(month));
    const mean = own.reduce((sum, { turnover }) => sum + turnover, 0) / own.length;
    if (partial || !(mean > 0)) return [];
    const ofYear = Number(month.slice(5, 7));
    return [{ ofYear, t: Number(month.slice(0, 4)) * 12 + ofYear, y: Math.log(mean) }];
  });
  const groups = Array.from({ length: 12 }, (_, i) => points.filter(({ ofYear }) => ofYear === i + 1));
  if (groups.some((group) => group.length < 2)) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  // the slope within months: the dummies take up everything between them
  let product = 0;
  let squares = 0;
  for (const group of groups) {
    const [t0, y0] = [mean(group.map(({ t }) => t)), mean(group.map(({ y }) => y))];
    for (const { t, y } of group) {
      product += (t - t0) * (y - y0);
      squares += (t - t0) ** 2;
    }
  }
  const slope = product / squares;
  const levels = groups.map((group) => mean(group.map(({ t, y }) => y - slope * t)));
  const centre = mean(levels);
  return {
    months: groups.map((group, i) => ({ month: i + 1, index: Math.exp(levels[i]! - centre), years: group.length })),
    growthPerYear: Math.exp(slope * 12) - 1,
  };
}
