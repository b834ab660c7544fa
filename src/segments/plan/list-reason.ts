import type { ColumnTable } from "arquero";
import { formatNumber } from "../../core/format.js";
import { moneyFormat } from "../../core/money.js";
import { quantilesOf } from "../../features/matrix/quantiles.js";
import type { DraftCustomers, DraftList } from "./draft-lists.js";

/** Who sits in a list, in a sentence of its figures: medians of orders, days since the last one, and net revenue. */
export function listReason(
  { members, lens }: DraftList,
  { rows, netRevenue }: DraftCustomers,
  table: ColumnTable,
  currency: string,
): string {
  const money = moneyFormat(currency);
  const median = (of: (i: number) => number): number => quantilesOf(Float64Array.from(members, of), [0.5])[0]!;
  const column = (name: string): number | null => {
    if (!table.columnNames().includes(name)) return null;
    const values = Array.from(table.array(name) as ArrayLike<number>);
    return median((i) => Number(values[rows[i]!]!));
  };
  const [orders, recency] = [column("orders"), column("recency_days")];
  const facts = [
    ...(orders === null ? [] : [`${formatNumber(orders, orders % 1 === 0 ? 0 : 1)} order${orders === 1 ? "" : "s"}`]),
    ...(recency === null ? [] : [`the last ${formatNumber(recency)} day${recency === 1 ? "" : "s"} ago`]),
    `${money(median((i) => netRevenue[i]!))} net revenue`,
  ].join(", ");
  const by = lens === "clusters" ? "the clustering puts" : "recency, frequency and value put";
  if (members.length === 1) return `1 customer whom ${by} apart, with ${facts}.`;
  return `${formatNumber(members.length)} customers whom ${by} together; the median one has ${facts}.`;
}
