import { mainCountry } from "./countries.js";
import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";
import { fees } from "./fees.js";

/**
 * Invoices of fees, discounts, adjustments and bad debts, each placed beside an order at the same time.
 *
 * @param orders the identified customers' orders
 * @param scale the shop's size, 1 for 1,500 customers; every fee occurs at least once
 * @param draws the stage's random draws
 */
export function feeInvoices(orders: readonly Draft[], scale: number, draws: Draws): Draft[] {
  return fees.flatMap(({ sku, description, prefix, count, identified, quantity, pence }) =>
    Array.from({ length: Math.max(1, Math.floor(count * scale + 0.5)) }, (): Draft => {
      const { day, minute, customer, country } = draws.pick(orders);
      const price = pence[0] + draws.integer(pence[1] - pence[0] + 1);
      const whose = identified ? { customer, country } : { customer: 0, country: mainCountry };
      return { day, minute, prefix, ...whose, lines: [{ sku, description, quantity, pence: price }] };
    }),
  );
}
