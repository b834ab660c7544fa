import { table } from "arquero";
import { currencySymbol } from "../../charts/short-number.js";
import type { Display } from "../../lab/display.js";
import { tableDisplay } from "../../lab/table-display.js";
import { groupsOfAtLeast } from "../../sales/redaction/smallest-group.js";
import type { ListStory } from "../../segments/hand-over/list-story.js";
import { measureRows } from "../../segments/hand-over/measure-rows.js";
import type { SegmentProduct } from "../../segments/hand-over/segment-products.js";
import type { ActionPlan } from "../../segments/plan/action-plan.js";

/** Medians of a segment and of the shop, with the place of its customers in the shop. */
export function profileTable({ plan, profile, shop }: Omit<ListStory, "favourite">): Display {
  const rows = measureRows(profile, shop, plan.currency).map(
    ({ measure, own, shop: all, position }) => [measure, own, all, Math.round(100 * position)] as const,
  );
  return rowsTable("Medians, and the mean place of these customers among all", rows, [
    ...["measure", "theirs", "the shop's", "place, 0 to 100"],
  ]);
}

/** Kinds of products: what a segment spends on them, and how often it takes them beside the shop. */
export function kindsTable(title: string, kinds: readonly SegmentProduct[], currency: string): Display {
  const rows = kinds.map(
    ({ sku, customers, revenue, revenueShare, lift }) => [sku, customers, revenue, 100 * revenueShare, lift] as const,
  );
  const money = `net revenue (${currencySymbol(currency).trim()})`;
  return rowsTable(title, rows, ["kind", "customers", money, "% of their revenue", "lift"], [0, 0, 0, 1, 2]);
}

/** Where a segment's customers live beside the shop's; null where the file names no countries. */
export function countryTable(
  own: readonly (string | null)[],
  shop: readonly (string | null)[],
  { smallestGroup }: Pick<ActionPlan, "smallestGroup">,
  most = 6,
): Display | null {
  const [counts, shopCounts] = [countOf(own), countOf(shop)];
  if (counts.size === 0) return null;
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const groups = groupsOfAtLeast(
    smallestGroup,
    sorted.map(([country, customers]) => ({ country, customers })),
  );
  if (groups.length === 0) return null;
  const rows = groups.map(
    ({ country, customers: count }) =>
      [country, count, (100 * count) / own.length, (100 * shopCounts.get(country)!) / shop.length] as const,
  );
  const headers = ["country", "customers", "% of them", "% of the shop's customers"];
  return rowsTable("Where they live", rows, headers, [0, 0, 1, 1], most);
}

/** Rows as a table with a caption; `digits` by column. */
export function rowsTable(
  title: string,
  rows: readonly (readonly (string | number | null)[])[],
  headers: readonly string[],
  digits: readonly (number | undefined)[] = [],
  most?: number,
): Display {
  const columns = Object.fromEntries(headers.map((header, j) => [header, rows.map((row) => row[j])]));
  const known = Object.fromEntries(
    headers.flatMap((header, j) => (digits[j] === undefined ? [] : [[header, digits[j]]])),
  );
  return tableDisplay(table(columns), { title, digits: known, ...(most !== undefined && { rows: most }) });
}

function countOf(countries: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const country of countries) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  return counts;
}
