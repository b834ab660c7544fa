import { mainCountry } from "./countries.js";
import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";
import type { OpenDay } from "./open-days.js";
import type { Product } from "./product.js";

const remarks = ["", "", "", "damaged", "missing", "?", "wrongly booked", "wet", "counted again"] as const;

/**
 * Stock corrections: invoices of nobody at price zero, mostly with a negative quantity and without the `C`.
 *
 * @param count how many
 * @param products the catalogue
 * @param days the shop's open days
 * @param draws the stage's random draws
 */
export function stockCorrections(
  count: number,
  products: readonly Product[],
  days: readonly OpenDay[],
  draws: Draws,
): Draft[] {
  return Array.from({ length: count }, (): Draft => {
    const day = draws.integer(days.length);
    const { opens, closes } = days[day]!;
    const units = 1 + Math.floor(draws.logNormal(20, 1));
    const line = {
      sku: draws.pick(products).sku,
      description: draws.pick(remarks),
      quantity: draws.chance(0.8) ? -units : units,
      pence: 0,
    };
    return {
      day,
      minute: opens + draws.integer(closes - opens),
      prefix: "",
      customer: 0,
      country: mainCountry,
      lines: [line],
    };
  });
}
