import type { OpenDay } from "./calendar.js";
import type { DraftLine } from "./draft.js";
import type { Draws } from "./draws.js";
import type { Persona } from "./persona.js";
import { priceOf } from "./price-of.js";
import type { Product } from "./product-catalogue.js";
import type { ShopProfile } from "./shop-profile.js";

/** What somebody likes to buy. */
export type Taste = Pick<Persona, "prices" | "tastes">;

/** Running totals of a taste over the catalogue: outside and inside the weeks before Christmas. */
export interface Appetite {
  usual: Float64Array;
  festive: Float64Array;
}

/** Turns a taste into running totals over the catalogue, to draw products from. */
export function appetiteFor({ prices, tastes }: Taste, products: readonly Product[]): Appetite {
  const totalsFor = (festive: boolean): Float64Array => {
    const totals = new Float64Array(products.length);
    let total = 0;
    for (let i = 0; i < products.length; i++) {
      const { category, pence, popularity } = products[i]!;
      const price = prices === "low" ? 200 / (100 + pence) : prices === "high" ? (200 + pence) / 600 : 1;
      const season = category === "christmas" ? (festive ? 2.5 : 0.15) : 1;
      total += popularity * Math.min(price, 2) * season * (tastes[category] ?? 1);
      totals[i] = total;
    }
    return totals;
  };
  return { usual: totalsFor(false), festive: totalsFor(true) };
}

/**
 * Fills one basket: old favourites, new products, and now and then the same article in another colour.
 *
 * @param size median lines and units a line of this order
 * @param day when it is bought
 * @param appetite what is likely to be bought
 * @param shop the catalogue, and how baskets spread
 * @param favourites what the customer bought before; new products are added
 * @param draws the stage's random draws
 */
export function fillBasket(
  size: { lines: number; units: number },
  day: OpenDay,
  appetite: Appetite,
  { products, basket }: { readonly products: readonly Product[]; readonly basket: ShopProfile["basket"] },
  favourites: Product[],
  draws: Draws,
): DraftLine[] {
  const isTopUp = basket.topUps > 0 && draws.chance(basket.topUps);
  const wanted = isTopUp
    ? 1 + Math.floor(4 * draws.between(0, 1) * draws.between(0, 1))
    : wholeAtLeastOne(draws.logNormal(size.lines, basket.lineSigma));
  const totals = day.month >= 9 ? appetite.festive : appetite.usual;
  const chosen = new Set<Product>();
  // a small shop cannot fill a huge basket with different things: give up after as many tries again
  for (let tries = 0; chosen.size < wanted && tries < 2 * wanted; tries++) {
    const known = favourites.length > 0 && draws.chance(0.4);
    const product = known ? draws.pick(favourites) : products[draws.weighted(totals)]!;
    if (!chosen.has(product) && !known) favourites.push(product);
    chosen.add(product);
    if (product.siblings.length > 0 && draws.chance(0.35)) chosen.add(draws.pick(product.siblings));
  }
  return Array.from(chosen, (product) => {
    const quantity = unitsOf(product, size.units, basket, draws);
    return { sku: product.sku, description: product.description, quantity, pence: priceOf(product, quantity, day) };
  });
}

// cheap things are bought by the dozen, dear ones singly, many units in whole packs
function unitsOf({ pence, pack }: Product, median: number, basket: ShopProfile["basket"], draws: Draws): number {
  let factor = 1;
  for (const [from, value] of basket.unitsByPrice) if (pence >= from) factor = value;
  const units = wholeAtLeastOne(draws.logNormal(median * factor, basket.unitSigma));
  return units < pack * 0.75 ? units : Math.floor(units / pack + 0.5) * pack;
}

function wholeAtLeastOne(value: number): number {
  return Math.max(1, Math.floor(value + 0.5));
}
