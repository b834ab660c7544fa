import { SegmentLabError } from "../../core/errors.js";
import { draftBlock } from "./draft-block.js";
import { createDraws } from "./draws.js";
import { embeddedProfile } from "./embedded-profile.js";
import { openDays } from "./open-days.js";
import type { Persona } from "./persona.js";
import { personas } from "./personas.js";
import { productCatalogue } from "./product-catalogue.js";
import { layOutSheets } from "./sheets.js";
import type { Shop } from "./shop.js";
import { toCsv } from "./to-csv.js";

/** The years of the embedded shop: two, and nine days. */
const embeddedYears = 2.02;

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
  const profile = embeddedProfile;
  const days = openDays();
  const products = productCatalogue(profile, createDraws(seed, 0));
  const shop: Shop = { seed, profile, days, years: embeddedYears, products };
  const block = { number: 0, customers, before: 0, earlyReturns: 10 };
  const { drafts, shoppers } = draftBlock(shop, block);
  const rows = layOutSheets(drafts, days);
  return {
    csv: () => toCsv(rows),
    rows: rows.length,
    truth: new Map(shoppers.map(({ id, persona }) => [String(id), persona.id])),
    personas,
  };
}
