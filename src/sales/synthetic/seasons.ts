import type { OpenDay } from "./calendar.js";

/** Which rhythm of the year a persona follows. */
export type Season = "shop" | "gift" | "sale";

// january to december, relative to an average month
const monthWeights: Record<Season, readonly number[]> = {
  shop: [0.75, 0.75, 0.9, 0.8, 0.9, 0.9, 0.85, 0.9, 1.3, 1.4, 1.7, 1.4],
  gift: [0.03, 0.03, 0.04, 0.03, 0.04, 0.04, 0.04, 0.05, 0.3, 1.6, 3.2, 2.8],
  sale: [1.8, 0.7, 0.8, 0.8, 0.8, 0.8, 1.9, 0.7, 0.9, 1, 1.2, 1],
};

const weekdayWeights = [0.7, 1, 1.1, 1.05, 1.2, 0.9, 0] as const;

/**
 * How willingly a persona orders on each open day, as running totals to draw from.
 *
 * @param days the shop's open days
 * @param season the persona's rhythm of the year
 * @param sundays how much more (or less) than the shop's average the persona orders on Sundays
 */
export function seasonTotals(days: readonly OpenDay[], season: Season, sundays: number): Float64Array {
  const totals = new Float64Array(days.length);
  let total = 0;
  for (let i = 0; i < days.length; i++) {
    const { month, weekday } = days[i]!;
    total += monthWeights[season][month - 1]! * weekdayWeights[weekday]! * (weekday === 0 ? sundays : 1);
    totals[i] = total;
  }
  return totals;
}

/** Clearance weeks: the first three weeks of January and of July. */
export function isClearance({ month, date }: OpenDay): boolean {
  return (month === 1 || month === 7) && Number(date.slice(8)) <= 21;
}
