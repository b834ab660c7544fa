import type { OpenDay } from "./calendar.js";
import type { Draft } from "./draft.js";
import type { Product } from "./product-catalogue.js";

/**
 * One customer orders tens of thousands of units by mistake and cancels minutes later: gross the shop's largest
 * order, net nothing.
 *
 * @param customer who, with the country
 * @param products the catalogue; something at about £1 is taken
 * @param days the shop's open days
 * @returns the order and its cancellation
 */
export function megaOrder(
  { customer, country }: Pick<Draft, "customer" | "country">,
  products: readonly Product[],
  days: readonly OpenDay[],
): [Draft, Draft] {
  const distance = (product: Product): number => Math.abs(product.pence - 105);
  const { sku, description } = products.reduce((best, product) =>
    distance(product) < distance(best) ? product : best,
  );
  const usual = days.findIndex(({ date }) => date === "2011-02-15");
  // a file of one year ends before
  const day = usual < 0 ? Math.floor(days.length / 2) : usual;
  const order = { day, minute: 607, customer, country };
  const line = { sku, description, quantity: 61_480, pence: 104 };
  return [
    { ...order, prefix: "", lines: [line] },
    { ...order, minute: order.minute + 14, prefix: "C", lines: [{ ...line, quantity: -line.quantity }] },
  ];
}
