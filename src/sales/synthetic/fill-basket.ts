import type { Appetite } from "./appetite.js";
import type { DraftLine } from "./draft.js";
import type { Draws } from "./draws.js";
import type { OpenDay } from "./open-days.js";
import { priceOf } from "./price-of.js";
import type { Product } from "./product.js";
import type { ShopProfile } from "./shop-profile.js";

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
  const isTopUp = basket.topUps > 0 && favourites.length > 0 && draws.chance(basket.topUps);
  const wanted = isTopUp
    ? 1 + Math.floor(4 * draws.between(0, 1) * draws.between(0, 1))
    : wholeAtLeastOne(draws.logNormal(size.lines, basket.lineSigma));
  const units = basket.balancedLines > 0 ? size.units * Math.sqrt(basket.balancedLines / wanted) : size.units;
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
    const quantity = unitsOf(product, units, basket.unitSigma, draws);
    return { sku: product.sku, description: product.description, quantity, pence: priceOf(product, quantity, day) };
  });
}

// many units are bought in whole packs
function unitsOf({ pack, unitFactor }: Product, median: number, sigma: number, draws: Draws): number {
  const units = wholeAtLeastOne(draws.logNormal(median * unitFactor, sigma));
  return units < pack * 0.75 ? units : Math.floor(units / pack + 0.5) * pack;
}

function wholeAtLeastOne(value: number): number {
  return Math.max(1, Math.floor(value + 0.5));
}
