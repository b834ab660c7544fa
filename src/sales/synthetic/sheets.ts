import type { Draft } from "./draft.js";
import type { OpenDay } from "./open-days.js";
import { overlapPeriod } from "./period.js";

/** One row of the file; money in whole pence, no customer = 0. */
export interface ShopRow {
  invoice: string;
  sku: string;
  description: string;
  quantity: number;
  /** `2010-12-01 08:26:00`. */
  invoicedAt: string;
  pence: number;
  customer: number;
  country: string;
}

/** The lowest invoice number. */
export const firstInvoice = 400_001;

/**
 * Numbers the invoices in order of time and lays them out as two sheets, one after the other, of which the second
 * begins nine days before the first ends: time runs backwards once.
 *
 * @param drafts all invoices in any order; ties in time keep it
 * @param days the shop's open days
 */
export function layOutSheets(drafts: readonly Draft[], days: readonly OpenDay[]): ShopRow[] {
  const ordered = [...drafts].sort((a, b) => a.day - b.day || a.minute - b.minute);
  const first: ShopRow[] = [];
  const second: ShopRow[] = [];
  for (let i = 0; i < ordered.length; i++) {
    const { day, minute, prefix, customer, country, lines } = ordered[i]!;
    const { date } = days[day]!;
    const invoice = `${prefix}${firstInvoice + i}`;
    const invoicedAt = `${date} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00`;
    for (const line of lines) {
      const row = { invoice, ...line, invoicedAt, customer, country };
      if (date <= overlapPeriod.last) first.push(row);
      if (date >= overlapPeriod.first) second.push(row);
    }
  }
  return first.concat(second);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
