import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";
import type { OpenDay } from "./open-days.js";
import type { Product } from "./product.js";
import type { Shopper } from "./shopper.js";

/**
 * One customer orders tens of thousands of units by mistake and cancels minutes later: gross the shop's largest
 * order, net nothing.
 *
 * @param shopper who
 * @param products the catalogue; something at about £1 is taken
 * @param days the shop's open days
 * @param draws for a day of its own; without, the day is that of the embedded shop, or in the middle of a file of one year
 */
export function megaOrder(
  { id, country }: Pick<Shopper, "id" | "country">,
  products: readonly Product[],
  days: readonly OpenDay[],
  draws?: Draws,
): [Draft, Draft] {
  const distance = (product: Product): number => Math.abs(product.pence - 105);
  const { sku, description } = products.reduce((best, product) =>
    distance(product) < distance(best) ? product : best,
  );
  const order = { day: draws ? draws.integer(days.length) : usualDay(days), minute: 607, customer: id, country };
  const line = { sku, description, quantity: 61_480, pence: 104 };
  return [
    { ...order, prefix: "", lines: [line] },
    { ...order, minute: order.minute + 14, prefix: "C", lines: [{ ...line, quantity: -line.quantity }] },
  ];
}

function usualDay(days: readonly OpenDay[]): number {
  const day = days.findIndex(({ date }) => date === "2011-02-15");
  return day < 0 ? Math.floor(days.length / 2) : day;
}
