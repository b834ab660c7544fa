import type { Database } from "../../core/database.js";
import type { ColumnMap } from "../columns.js";
import type { SalesStore } from "../sales-store.js";
import { canonicalView } from "./canonical-view.js";
import { lineColumns } from "./line-columns.js";
import type { LoadedTable } from "./loaded-table.js";
import { demandedRoles, faultSql, givenValue } from "./rejects.js";
import { type ReadingOptions, typedColumns } from "./typed-columns.js";

/** How values are read: in sentences, and how dates are written where they are texts. */
export interface ValueReading {
  readonly notes: readonly string[];
  readonly dates: string | undefined;
}

/** More than this does not fit beside the engine's own work, in bytes. */
export const largestInMemory = 250_000_000;

/**
 * Reads the parts into the table `loaded`: typed columns under the canonical names, for each row its part and place, and
 * which value could not be read.
 *
 * @param maps which header plays which role, one a part
 * @param file the data's name, for messages
 */
export async function loadTable(
  database: Database,
  parts: readonly LoadedTable[],
  maps: readonly ColumnMap[],
  file: string,
  options: ReadingOptions,
  store: SalesStore,
): Promise<ValueReading> {
  const view = canonicalView(parts, maps);
  const typed = await typedColumns(database, view, file, options);
  const columns = lineColumns.map((name) => `${typed.sql[name]} AS ${name}`);
  const given = demandedRoles.map((role) => `${role} AS given_${role}`);
  const select = `SELECT part, place, ${lineColumns.join(", ")}, revenue, fault, ${givenValue} AS given FROM (
      SELECT *, ${faultSql(typed.amount !== null)} AS fault FROM (
        SELECT * REPLACE (${revenueParts(typed.amount)}) FROM (
          SELECT part, place, ${columns.join(", ")},
            ${typed.amount ?? "CAST(NULL AS DECIMAL(18, 3))"} AS revenue, ${given.join(", ")}
          FROM (${view.sql}))))`;
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  await store.writePassing("loaded", select, size <= largestInMemory);
  return { notes: typed.notes, dates: typed.dates };
}

/** A line's total is exact where the file has it; the price follows, and a negative total is a negative quantity. */
function revenueParts(amount: string | null): string {
  if (amount === null) return "TRY_CAST(TRY(quantity * price) AS DECIMAL(18, 3)) AS revenue";
  return `CASE WHEN revenue < 0 THEN -abs(quantity) ELSE quantity END AS quantity,
    TRY_CAST(CASE WHEN quantity = 0 THEN 0 ELSE abs(CAST(revenue AS DOUBLE)) / abs(quantity) END AS DECIMAL(18, 6)) AS price`;
}
