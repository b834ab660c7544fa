import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";
import type { Product } from "./product.js";

/** Adds free samples, goods at price zero, to some orders of identified customers. */
export function addFreeSamples(
  orders: readonly Draft[],
  count: number,
  products: readonly Product[],
  draws: Draws,
): void {
  for (let i = 0; i < count; i++) {
    const { sku, description } = draws.pick(products);
    draws.pick(orders).lines.push({ sku, description, quantity: 1 + draws.integer(12), pence: 0 });
  }
}
