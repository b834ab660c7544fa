import type { SyntheticShop } from "../../../src/sales/synthetic/generate-shop.js";

/** A row of the shop's CSV, as text and as numbers. */
export interface FileRow {
  text: string;
  invoice: string;
  sku: string;
  description: string;
  quantity: number;
  time: string;
  price: string;
  value: number;
  customer: string;
  country: string;
}

/** Reads the file a shop writes, by a reader that knows nothing of the writer but RFC 4180. */
export function readShop(shop: SyntheticShop): FileRow[] {
  const lines = new TextDecoder("utf-8", { fatal: true }).decode(shop.csv()).split("\n");
  if (lines.pop() !== "") throw new Error("the file does not end with a line feed");
  return lines.slice(1).map((text) => {
    const fields = Array.from(text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g), (match) =>
      match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'),
    );
    if (fields.length !== 8) throw new Error(`${fields.length} fields in ${text}`);
    const [invoice, sku, description, quantity, time, price, customer, country] = fields as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const value = Number(quantity) * Number(price);
    return { text, invoice, sku, description, quantity: Number(quantity), time, price, value, customer, country };
  });
}

/** Index of the first row of the second sheet. */
export function seamOf(rows: readonly FileRow[]): number {
  return rows.findIndex((row, i) => i > 0 && row.time < rows[i - 1]!.time);
}

/** The rows with the overlap kept once. */
export function withoutOverlap(rows: readonly FileRow[]): FileRow[] {
  const seam = seamOf(rows);
  const last = rows[seam - 1]!.time;
  return rows.filter(({ time }, i) => i < seam || time > last);
}

/** A code of goods, after the rule of the cleaning ledger. */
export function isGoods({ sku }: FileRow): boolean {
  return /^([0-9]{5}[A-Z]{0,3}|GIFT_[0-9]+_[0-9]+)$/.test(sku.trim().toUpperCase());
}
