import type { ColumnTable } from "arquero";
import { idsOf, numbersOf } from "./table-columns.js";

/** Customers who are in no row of a matrix: a group of their own, never deleted. */
export interface SetAside {
  readonly group: string;
  readonly customers: number;
  /** Of all customers, 0 … 1. */
  readonly share: number;
  /** Net revenue, in the file's currency; null where the table has none. */
  readonly revenue: number | null;
  /** Of all net revenue; null where the table has none. */
  readonly revenueShare: number | null;
  readonly ids: readonly string[];
}

/** What names the group of those whom an isolation forest finds unlike the rest. */
export const outlierGroup = "unlike the rest";

/** Sums up the groups in which customers are set aside, the largest first. */
export function setAside(groups: readonly (string | null)[], customers: ColumnTable): SetAside[] {
  const ids = idsOf(customers);
  const revenue = customers.columnNames().includes("net_revenue") ? numbersOf(customers, "net_revenue") : null;
  // a file's money has three decimals at most: rounded sums do not depend on the order of rows
  const sum = (places: readonly number[]): number =>
    Number(places.reduce((total, i) => total + (revenue?.[i] ?? 0), 0).toFixed(3));
  const total = sum(ids.map((_, i) => i));
  const names = [...new Set(groups.filter((group) => group !== null))];
  return names
    .map((group) => {
      const places = groups.flatMap((own, i) => (own === group ? [i] : []));
      return {
        group,
        customers: places.length,
        share: places.length / ids.length,
        revenue: revenue ? sum(places) : null,
        revenueShare: revenue ? (total === 0 ? 0 : sum(places) / total) : null,
        ids: places.map((i) => ids[i]!),
      };
    })
    .sort((a, b) => b.customers - a.customers || (a.group < b.group ? -1 : 1));
}
