import { SegmentLabError } from "../../core/errors.js";
import { blemish } from "./blemishes.js";
import { openDays } from "./calendar.js";
import { createDraws, type Draws } from "./draws.js";
import { earlyReturns } from "./early-returns.js";
import { feeInvoices } from "./fee-invoices.js";
import { guestOrders } from "./guests.js";
import { megaOrder } from "./mega-order.js";
import type { Persona } from "./persona.js";
import { personas } from "./personas.js";
import { productCatalogue } from "./product-catalogue.js";
import { purchasesOf } from "./purchases.js";
import { returnsOf } from "./returns.js";
import { layOutSheets } from "./sheets.js";
import { recruitShoppers } from "./shopper.js";
import { addFreeSamples, stockCorrections } from "./stock-corrections.js";
import { toCsv } from "./to-csv.js";

/** A made-up shop: its transactions as a file, and what was planted in it. */
export interface SyntheticShop {
  /** The file's bytes: CSV in the Online Retail II schema, UTF-8. */
  csv(): Uint8Array;
  /** Data rows in the file, those of the overlap counted twice. */
  rows: number;
  /** Customer id → persona id: to test with, never to be shown to an algorithm. */
  truth: ReadonlyMap<string, string>;
  personas: readonly Persona[];
}

/**
 * Makes two years of a giftware shop's transactions, with planted personas and the traps of real files: guests,
 * cancellations, fee codes, stock corrections, and two sheets that overlap by nine days. The same seed gives the
 * same bytes on every machine.
 *
 * @param options `seed`, a whole number (default 1); `customers`, how many identified customers (50 to 20,000, default 1,500)
 * @returns the shop; `csv()` writes the file
 * @throws SegmentLabError with code `bad-option` for a seed or a number of customers out of range
 * @example generateShop({ seed: 7 }).csv()
 */
export function generateShop(options: { seed?: number; customers?: number } = {}): SyntheticShop {
  const { seed = 1, customers = 1500 } = options;
  if (!Number.isSafeInteger(seed)) {
    throw new SegmentLabError(
      "bad-option",
      `the synthetic shop's seed must be a whole number, not ${seed}; give one like 1`,
    );
  }
  if (!Number.isSafeInteger(customers) || customers < 50 || customers > 20_000) {
    throw new SegmentLabError(
      "bad-option",
      `the synthetic shop takes 50 to 20000 customers, not ${customers}; give a whole number in that range`,
    );
  }
  let stage = 0;
  const draws = (): Draws => createDraws(seed, stage++);
  const scale = customers / 1500;

  const days = openDays();
  const products = productCatalogue(draws());
  const shoppers = recruitShoppers(personas, customers, days.length, draws());
  const ordersByShopper = purchasesOf(shoppers, products, days, draws());
  const returnDraws = draws();
  const returns = shoppers.flatMap(({ persona, returnChance }, i) =>
    returnsOf(ordersByShopper[i]!, { orders: returnChance, lines: persona.returns[1] }, days, returnDraws),
  );
  const orders = ordersByShopper.flat();
  const identifiedRows = orders.reduce((sum, { lines }) => sum + lines.length, 0);
  const guests = guestOrders(identifiedRows * 0.25, products, days, draws());
  const guestReturns = returnsOf(guests, { orders: 0.02, lines: 0.05 }, days, draws());
  const fees = feeInvoices(orders, scale, draws());
  const corrections = stockCorrections(Math.floor(300 * scale), products, days, draws());
  const unexplained = earlyReturns(shoppers, 10, products, days, draws());
  addFreeSamples(orders, Math.max(3, Math.floor(30 * scale)), products, draws());
  const mistaken = shoppers.find(({ persona }) => persona.id === "one-time")!;
  const mega = megaOrder({ customer: mistaken.id, country: mistaken.country }, products, days);

  const drafts = [...orders, ...returns, ...guests, ...guestReturns, ...fees, ...corrections, ...unexplained, ...mega];
  blemish(drafts, products, draws());
  const rows = layOutSheets(drafts, days);
  return {
    csv: () => toCsv(rows),
    rows: rows.length,
    truth: new Map(shoppers.map(({ id, persona }) => [String(id), persona.id])),
    personas,
  };
}
