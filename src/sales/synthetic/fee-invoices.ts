import { mainCountry } from "./countries.js";
import type { Draft } from "./draft.js";
import type { Draws } from "./draws.js";

/** A kind of invoice line that sells no goods. */
interface Fee {
  sku: string;
  description: string;
  prefix: Draft["prefix"];
  /** How many in a shop of 1,500 customers. */
  count: number;
  /** Whose: an earlier order's customer, or nobody's. */
  identified: boolean;
  /** Sign of the quantity; a cancelled fee is negative. */
  quantity: 1 | -1;
  pence: readonly [lowest: number, highest: number];
}

const fees: readonly Fee[] = [
  { sku: "M", description: "Manual entry", prefix: "", count: 45, identified: true, quantity: 1, pence: [50, 30000] },
  { sku: "M", description: "Manual entry", prefix: "C", count: 30, identified: true, quantity: -1, pence: [50, 30000] },
  { sku: "m", description: "Manual entry", prefix: "", count: 3, identified: false, quantity: 1, pence: [50, 900] },
  {
    sku: "D",
    description: "Trade discount",
    prefix: "C",
    count: 15,
    identified: true,
    quantity: -1,
    pence: [500, 9000],
  },
  { sku: "C2", description: "Carriage", prefix: "", count: 18, identified: true, quantity: 1, pence: [5000, 5000] },
  {
    sku: "BANK CHARGES",
    description: "Card fee",
    prefix: "",
    count: 5,
    identified: true,
    quantity: 1,
    pence: [1500, 1500],
  },
  {
    sku: "BANK CHARGES",
    description: "Card fee",
    prefix: "C",
    count: 12,
    identified: false,
    quantity: -1,
    pence: [700, 90000],
  },
  {
    sku: "ADJUST",
    description: "Account adjustment",
    prefix: "",
    count: 12,
    identified: true,
    quantity: 1,
    pence: [300, 20000],
  },
  {
    sku: "ADJUST2",
    description: "Account adjustment",
    prefix: "",
    count: 4,
    identified: true,
    quantity: 1,
    pence: [300, 9000],
  },
  {
    sku: "B",
    description: "Bad debt written off",
    prefix: "A",
    count: 3,
    identified: false,
    quantity: 1,
    pence: [-900000, -200000],
  },
  {
    sku: "B",
    description: "Bad debt written off",
    prefix: "A",
    count: 1,
    identified: false,
    quantity: 1,
    pence: [300000, 900000],
  },
];

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
