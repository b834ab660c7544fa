import { toCsv } from "../../core/csv.js";
import type { Sales } from "../../sales/open-sales.js";

/** One line a row that could not be read: where it stands, which column and value, and why. */
export async function rejectsCsv(sales: Sales): Promise<string> {
  const table = await sales.query(
    'SELECT line, column_name AS "column", value, reason FROM rejects ORDER BY part, line, column_name',
  );
  return toCsv(table.columnNames().map((name) => ({ name, values: table.array(name) as unknown[] })));
}
