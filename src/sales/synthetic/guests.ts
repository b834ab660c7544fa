import { appetiteFor } from "./appetite.js";
import { drawCountry, mainCountry } from "./countries.js";
import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";
import { fillBasket } from "./fill-basket.js";
import { minuteIn } from "./minute-in.js";
import { seasonTotals } from "./season-totals.js";
import type { Shop } from "./shop.js";

/**
 * Orders without a customer: long web orders at web prices with their postage, and short ones over the counter.
 *
 * @param rows how many rows to make, to within one order
 * @param shop the catalogue, the open days and the shop's profile
 * @param draws the stage's random draws
 */
export function guestOrders(rows: number, { days, products, profile }: Shop, draws: Draws): Draft[] {
  const totals = seasonTotals(days, "shop", 1, profile);
  const stock = { products, basket: profile.basket };
  const appetite = appetiteFor({ prices: "any", tastes: { gifts: 1.3 } }, products);
  const orders: Draft[] = [];
  for (let made = 0; made < rows; made += orders.at(-1)!.lines.length) {
    const day = draws.weighted(totals);
    const web = draws.chance(0.35);
    const size = web ? { lines: 30, units: 1.6 } : { lines: 4, units: 2 };
    const lines = fillBasket(size, days[day]!, appetite, stock, [], draws);
    if (web) {
      for (const line of lines) line.pence = Math.floor((line.pence * 19) / 10);
      const postage = Math.floor(draws.logNormal(9000, 0.6));
      lines.push({ sku: "DOT", description: "WEB ORDERS POSTAGE", quantity: 1, pence: postage });
    } else if (draws.chance(0.02)) {
      lines.push({ sku: "gift_0001_20", description: "Paper gift voucher £20", quantity: 1, pence: 2000 });
    }
    const country = web ? mainCountry : drawCountry(draws, 0.04, profile);
    orders.push({ day, minute: minuteIn(days[day]!, 14, draws), prefix: "", customer: 0, country, lines });
  }
  return orders;
}
