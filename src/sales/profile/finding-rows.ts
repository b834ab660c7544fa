import type { ColumnTable } from "arquero";
import type { Sales } from "../open-sales.js";
import type { Finding } from "./finding.js";

/**
 * Fetches the rows behind a finding, the most telling first.
 *
 * @param sales the sales that were profiled
 * @param finding one of `profileSales(sales).findings`
 * @param options `rows`: how many to fetch, 100 where left out
 * @returns rows as read, with their number in the file and their `fate`
 * @example
 * const profile = await profileSales(sales);
 * show(await findingRows(sales, profile.findings[0], { rows: 5 }));
 */
export function findingRows(
  sales: Sales,
  finding: Finding,
  options: { readonly rows?: number } = {},
): Promise<ColumnTable> {
  const { sql, values } = finding.query;
  return sales.query(`${sql} LIMIT $${values.length + 1}`, [...values, options.rows ?? 100]);
}
