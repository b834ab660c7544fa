import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";
import { minuteIn } from "./minute-in.js";
import type { OpenDay } from "./open-days.js";

/** How often and how much somebody sends back. */
export interface ReturnHabit {
  /** Chance that an order is followed by a return. */
  orders: number;
  /** Share of that order's goods lines that come back. */
  lines: number;
}

/**
 * Cancels parts of earlier orders some days later, at the price that was paid; never more than was bought.
 *
 * @param orders one customer's orders
 * @param habit the customer's habit
 * @param days the shop's open days; returns after the last one are not in the file
 * @param draws the stage's random draws
 */
export function returnsOf(
  orders: readonly Draft[],
  habit: ReturnHabit,
  days: readonly OpenDay[],
  draws: Draws,
): Draft[] {
  const returns: Draft[] = [];
  for (const order of orders) {
    if (!draws.chance(habit.orders)) continue;
    const goods = order.lines.filter(({ sku }) => sku !== "POST");
    const day = order.day + 1 + draws.integer(18);
    const chosen = goods.filter(() => draws.chance(habit.lines));
    if (chosen.length === 0) chosen.push(draws.pick(goods));
    if (day >= days.length) continue;
    const lines = chosen.map((line) => {
      const units = draws.chance(0.6) ? line.quantity : 1 + draws.integer(line.quantity);
      return { ...line, quantity: -units };
    });
    returns.push({ ...order, day, minute: minuteIn(days[day]!, 13, draws), prefix: "C", lines });
  }
  return returns;
}
