import type { OpenDay } from "./open-days.js";
import type { Season } from "./season.js";
import type { ShopProfile } from "./shop-profile.js";

/**
 * How willingly a persona orders on each open day, as running totals to draw from.
 *
 * @param days the shop's open days
 * @param season the persona's rhythm of the year
 * @param sundays how much more (or less) than the shop's average the persona orders on Sundays
 * @param profile the weights of months and weekdays
 */
export function seasonTotals(
  days: readonly OpenDay[],
  season: Season,
  sundays: number,
  { months, weekdays }: Pick<ShopProfile, "months" | "weekdays">,
): Float64Array {
  const totals = new Float64Array(days.length);
  let total = 0;
  for (let i = 0; i < days.length; i++) {
    const { month, weekday } = days[i]!;
    total += months[season][month - 1]! * weekdays[weekday]! * (weekday === 0 ? sundays : 1);
    totals[i] = total;
  }
  return totals;
}
