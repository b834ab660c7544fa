import type { Persona } from "./persona.js";
import type { Product } from "./product.js";

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
