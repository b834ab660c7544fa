import type { Database } from "../../core/database.js";
import { standsAlone } from "./text-redactor.js";

/** A shorter id stands in an invoice number by chance. */
const shortest = 3;

/**
 * Finds the invoice numbers of the table `loaded` that are made of the number of their own customer, such as 17850-0012:
 * there even a short number is no coincidence. An invoice number without it stays as it is.
 *
 * @param pseudonyms the hash of each id
 * @returns what stands for each of those invoice numbers
 */
export async function embeddedInvoices(
  database: Database,
  pseudonyms: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const pairs = await database.rows<{ invoice: string; customer: string }>(`
    SELECT DISTINCT invoice, customer FROM loaded
    WHERE length(customer) >= ${shortest} AND contains(invoice, upper(customer)) ORDER BY invoice, customer`);
  const found = new Map<string, string>();
  for (const { invoice, customer } of pairs) {
    const id = customer.toUpperCase();
    const at = invoice.indexOf(id);
    if (at < 0 || found.has(invoice) || !standsAlone(invoice, at, id.length)) continue;
    found.set(invoice, invoice.slice(0, at) + pseudonyms.get(customer)! + invoice.slice(at + id.length));
  }
  return found;
}
