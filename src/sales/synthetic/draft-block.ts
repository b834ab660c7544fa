import { blemish } from "./blemishes.js";
import { blockSize } from "./block-sizes.js";
import type { Draft } from "./draft.js";
import { createDraws, type Draws } from "./draws.js";
import { earlyReturns } from "./early-returns.js";
import { feeInvoices } from "./fee-invoices.js";
import { addFreeSamples } from "./free-samples.js";
import { guestOrders } from "./guests.js";
import { megaOrder } from "./mega-order.js";
import { purchasesOf } from "./purchases.js";
import { recruitShoppers } from "./recruit-shoppers.js";
import { returnsOf } from "./returns.js";
import type { Shop } from "./shop.js";
import type { Shopper } from "./shopper.js";
import { stockCorrections } from "./stock-corrections.js";

/** A block of customers, drawn apart from the others so that no more than one need be in memory. */
export interface Block {
  readonly number: number;
  readonly customers: number;
  /** Customers in the blocks before. */
  readonly before: number;
  /** Returns that no purchase explains. */
  readonly earlyReturns: number;
}

/** Draws that one block may use: stages are numbered one after another, from 0, the catalogue's. */
const stagesPerBlock = 16;

/**
 * Makes all invoices of a block of customers, their share of guests, fees and corrections included.
 *
 * @returns the invoices in no order of time, and who the customers are
 */
export function draftBlock(shop: Shop, block: Block): { drafts: Draft[]; shoppers: Shopper[] } {
  const { seed, profile, days, years, products } = shop;
  let stage = 1 + block.number * stagesPerBlock;
  const draws = (): Draws => createDraws(seed, stage++);
  const scale = block.customers / blockSize;

  const recruitment = { count: block.customers, before: block.before, days: days.length, years };
  const shoppers = recruitShoppers(profile, recruitment, draws());
  const ordersByShopper = purchasesOf(shoppers, shop, draws());
  const returnDraws = draws();
  const returns = shoppers.flatMap(({ persona, returnChance }, i) =>
    returnsOf(ordersByShopper[i]!, { orders: returnChance, lines: persona.returns[1] }, days, returnDraws),
  );
  const orders = ordersByShopper.flat();
  const identifiedRows = orders.reduce((sum, { lines }) => sum + lines.length, 0);
  const guests = guestOrders(identifiedRows * profile.guestRows, shop, draws());
  const guestReturns = returnsOf(guests, { orders: 0.02, lines: 0.05 }, days, draws());
  const fees = feeInvoices(orders, scale, draws());
  const corrections = stockCorrections(Math.floor(300 * scale), products, days, draws());
  const unexplained = earlyReturns(shoppers, block.earlyReturns, products, days, draws());
  addFreeSamples(orders, Math.max(3, Math.floor(30 * scale)), products, draws());
  const blemishDraws = draws();
  const mistaken = shoppers.find(({ persona }) => persona.id === "one-time")!;
  const mega = megaOrder(mistaken, products, days, block.number === 0 ? undefined : draws());

  const drafts = [...orders, ...returns, ...guests, ...guestReturns, ...fees, ...corrections, ...unexplained, ...mega];
  blemish(drafts, products, blemishDraws);
  return { drafts, shoppers };
}
