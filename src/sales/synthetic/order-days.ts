import { type Draws, indexOfTotal } from "./draws.js";
import type { Shopper } from "./shopper.js";

/** When an order is placed, and how far into the customer's active time (0 … 1). */
export interface OrderDay {
  day: number;
  progress: number;
}

/**
 * Draws the days of a customer's orders: within the active time, after the season, growing and regular as planted.
 *
 * @param shopper the customer
 * @param totals running totals of the season over the open days
 * @param draws the stage's random draws
 * @returns one entry an order, in order of time
 */
export function orderDays(shopper: Shopper, totals: Float64Array, draws: Draws): OrderDay[] {
  const { orders, firstDay, lastDay } = shopper;
  const { growth, regularity } = shopper.persona;
  const before = firstDay === 0 ? 0 : totals[firstDay - 1]!;
  const span = totals[lastDay]! - before;
  const days: OrderDay[] = [];
  for (let i = 0; i < orders; i++) {
    const even = (i + draws.between(0.25, 0.75)) / orders;
    const position = draws.chance(regularity) ? even : draws.between(0, 1);
    const day = indexOfTotal(totals, before + tilt(position, growth) * span);
    days.push({ day, progress: (day - firstDay) / Math.max(1, lastDay - firstDay) });
  }
  return days.sort((a, b) => a.day - b.day);
}

// inverse of the distribution with density 1 + growth (2t − 1) on 0 … 1
function tilt(u: number, growth: number): number {
  if (growth === 0) return u;
  const linear = 1 - growth;
  return (Math.sqrt(linear * linear + 4 * growth * u) - linear) / (2 * growth);
}
