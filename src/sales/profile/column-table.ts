import { type ColumnTable, table } from "arquero";
import { formatNumber, formatShare } from "../../core/format.js";
import type { ColumnProfile } from "./column-profile.js";

/**
 * The columns of a profile as a table to show: type, missing, distinct, the usual and the extreme values.
 *
 * @param columns `profileSales(sales).columns`
 * @returns a table for `show`, one row a column of the file
 */
export function columnTable(columns: readonly ColumnProfile[]): ColumnTable {
  const list = (pick: (column: ColumnProfile) => string | number) => columns.map(pick);
  return table({
    column: list(({ column }) => column),
    type: list(({ type }) => type),
    missing: list(({ missing, rows }) => (missing === 0 ? "none" : formatShare(missing / rows, 2))),
    distinct: list(({ distinct }) => distinct),
    "most frequent": list(({ top, rows }) =>
      top[0] ? `${written(top[0].value)} (${formatShare(top[0].rows / rows)})` : "–",
    ),
    median: list(({ quantiles }) => written(quantiles.find(({ share }) => share === 0.5)?.value)),
    "smallest or shortest": list(({ least }) => written(least[0]?.value)),
    "greatest or longest": list(({ greatest }) => written(greatest[0]?.value)),
  });
}

function written(value: string | number | undefined): string {
  if (value === undefined) return "–";
  if (typeof value === "string") return value;
  return formatNumber(value, Number.isInteger(value) ? 0 : 2).replace("-", "−");
}
