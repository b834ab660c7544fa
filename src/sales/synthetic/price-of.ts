import { isClearance } from "./clearance.js";
import type { OpenDay } from "./open-days.js";
import type { Product } from "./product.js";

/**
 * The price of one unit in pence: dearer from 2011 on, cheaper in clearance weeks and by the bulk.
 *
 * @param product what is bought
 * @param quantity units on the line
 * @param day when it is bought
 */
export function priceOf(product: Product, quantity: number, day: OpenDay): number {
  let pence = product.pence;
  if (day.year >= 2011) pence = percent(pence, product.inflation);
  if (product.clearance && isClearance(day)) pence = percent(pence, 70);
  if (quantity >= product.pack * 4) pence = percent(pence, 85);
  return pence;
}

// whole pence times whole per cent: exact but for one division
function percent(pence: number, rate: number): number {
  return Math.max(1, Math.floor((pence * rate + 50) / 100));
}
