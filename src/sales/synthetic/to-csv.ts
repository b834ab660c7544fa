import type { ShopRow } from "./sheets.js";

const header = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";

/**
 * Writes rows as CSV with the header of Online Retail II: UTF-8, quoted after RFC 4180 where needed, prices with two
 * decimals, an empty field for no customer and no description.
 *
 * @param rows the rows in file order
 * @returns the bytes of the file
 */
export function toCsv(rows: readonly ShopRow[]): Uint8Array {
  const lines = new Array<string>(rows.length + 1);
  lines[0] = header;
  for (let i = 0; i < rows.length; i++) {
    const { invoice, sku, description, quantity, invoicedAt, pence, customer, country } = rows[i]!;
    const id = customer === 0 ? "" : customer;
    lines[i + 1] =
      `${invoice},${quote(sku)},${quote(description)},${quantity},${invoicedAt},${pounds(pence)},${id},${quote(country)}\n`;
  }
  return new TextEncoder().encode(lines.join(""));
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

// from whole pence by digits, never through a binary fraction
function pounds(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, "0");
  return `${pence < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
