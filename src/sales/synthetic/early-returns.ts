import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";
import { minuteIn } from "./minute-in.js";
import type { OpenDay } from "./open-days.js";
import { priceOf } from "./price-of.js";
import type { Product } from "./product.js";
import type { Shopper } from "./shopper.js";

/**
 * Returns in the first fortnight of goods bought before the file begins: cancellations that no purchase explains.
 *
 * @param shoppers the customers; those active from the first day are asked in turn
 * @param count how many returns, fewer if fewer customers are that old
 * @param products the catalogue
 * @param days the shop's open days
 * @param draws the stage's random draws
 */
export function earlyReturns(
  shoppers: readonly Shopper[],
  count: number,
  products: readonly Product[],
  days: readonly OpenDay[],
  draws: Draws,
): Draft[] {
  const regulars = shoppers.filter(({ firstDay, orders }) => firstDay === 0 && orders > 4);
  return regulars.slice(0, count).map(({ id, country }): Draft => {
    const day = draws.integer(10);
    const product = draws.pick(products);
    const pence = priceOf(product, 1, days[day]!);
    const line = { sku: product.sku, description: product.description, quantity: -1 - draws.integer(6), pence };
    return { day, minute: minuteIn(days[day]!, 11, draws), prefix: "C", customer: id, country, lines: [line] };
  });
}
