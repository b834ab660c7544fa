import { type Appetite, appetiteFor } from "./appetite.js";
import { mainCountry } from "./countries.js";
import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";
import { fillBasket } from "./fill-basket.js";
import { minuteIn } from "./minute-in.js";
import { orderDays } from "./order-days.js";
import type { Product } from "./product.js";
import { seasonTotals } from "./season-totals.js";
import type { Shop } from "./shop.js";
import type { Shopper } from "./shopper.js";

/**
 * Lets every identified customer order; parcels abroad carry a postage line.
 *
 * @param shoppers the customers
 * @param shop the catalogue, the open days and the shop's profile
 * @param draws the stage's random draws
 * @returns the invoices of each customer, in the customers' order
 */
export function purchasesOf(shoppers: readonly Shopper[], shop: Shop, draws: Draws): Draft[][] {
  const { days, products, profile } = shop;
  const stock = { products, basket: profile.basket };
  const habits = new Map<string, { totals: Float64Array; appetite: Appetite }>();
  return shoppers.map((shopper) => {
    const { persona } = shopper;
    let habit = habits.get(persona.id);
    if (!habit) {
      habit = {
        totals: seasonTotals(days, persona.rhythm.season, persona.rhythm.sundays, profile),
        appetite: appetiteFor(persona, products),
      };
      habits.set(persona.id, habit);
    }
    const favourites: Product[] = [];
    return orderDays(shopper, habit.totals, draws).map(({ day, progress }): Draft => {
      const swell = 1 + 0.4 * persona.growth * (2 * progress - 1);
      const size = { lines: shopper.lines * swell, units: shopper.units };
      const country = progress > 0.5 ? shopper.laterCountry : shopper.country;
      const lines = fillBasket(size, days[day]!, habit.appetite, stock, favourites, draws);
      if (country !== mainCountry && draws.chance(0.7)) {
        lines.push({ sku: "POST", description: "PARCEL POSTAGE", quantity: 1 + draws.integer(3), pence: 1800 });
      }
      return {
        day,
        minute: minuteIn(days[day]!, persona.rhythm.hour, draws),
        prefix: "",
        customer: shopper.id,
        country,
        lines,
      };
    });
  });
}
