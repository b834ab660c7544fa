import type { Database, SqlValue } from "../../core/database.js";
import { smallestGroup } from "./smallest-group.js";

/** The country of customers whose own has too few of them. */
export const otherCountry = "other";

/**
 * Finds the countries in which enough customers live to be told apart. The rest becomes one group; where that is too
 * small itself, the smallest of the others joins it, so that nobody is found by subtraction.
 *
 * @param fated a statement that gives the rows with their `fate`
 * @returns the countries that stay; null is that of customers without one
 */
export async function toldCountries(
  database: Database,
  fated: string,
  values: readonly SqlValue[],
): Promise<ReadonlySet<string | null>> {
  const orders = await database.rows<{ customer: string; country: string | null; orders: number }>(
    `SELECT customer, country, count(*) AS orders FROM (
       SELECT customer, invoice, arg_min(country, "row") AS country FROM (${fated}) WHERE fate = 'sold' GROUP BY ALL)
     GROUP BY ALL ORDER BY customer, country`,
    values,
  );
  const told = new Set(orders.map(({ country }) => country));
  for (;;) {
    const sizes = countHomes(orders, told);
    const others = sizes.get(otherCountry) ?? 0;
    const small = [...told].filter((country) => (sizes.get(country) ?? 0) < smallestGroup);
    if (small.length > 0) for (const country of small) told.delete(country);
    else if (others === 0 || others >= smallestGroup || told.size === 0) return told;
    else told.delete(smallestOf(told, sizes));
  }
}

/** How many customers have most of their orders in a country, as `countrySales` counts them. */
function countHomes(
  orders: readonly { readonly customer: string; readonly country: string | null; readonly orders: number }[],
  told: ReadonlySet<string | null>,
): Map<string | null, number> {
  const byCustomer = new Map<string, Map<string | null, number>>();
  for (const { customer, country, orders: count } of orders) {
    const own = byCustomer.get(customer) ?? new Map<string | null, number>();
    const shown = told.has(country) ? country : otherCountry;
    byCustomer.set(customer, own.set(shown, (own.get(shown) ?? 0) + count));
  }
  const sizes = new Map<string | null, number>();
  for (const own of byCustomer.values()) {
    const [home] = [...own].sort((a, b) => b[1] - a[1] || byName(a[0], b[0]))[0]!;
    sizes.set(home, (sizes.get(home) ?? 0) + 1);
  }
  return sizes;
}

function smallestOf(told: ReadonlySet<string | null>, sizes: ReadonlyMap<string | null, number>): string | null {
  const size = (country: string | null) => sizes.get(country) ?? 0;
  return [...told].sort((a, b) => size(a) - size(b) || byName(a, b))[0]!;
}

/** As the engine orders names: by code units, none last. */
function byName(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
