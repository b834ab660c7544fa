import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import type { ColumnMap } from "../columns.js";
import { canonicalView } from "./canonical-view.js";
import type { LoadedTable } from "./loaded-table.js";

/**
 * The one currency of a file that has a column for it.
 *
 * @throws SegmentLabError `bad-value` where there are several: amounts of two currencies must not be added
 */
export async function readCurrency(
  database: Database,
  parts: readonly LoadedTable[],
  maps: readonly ColumnMap[],
  file: string,
): Promise<string | null> {
  if (maps.every(({ currency }) => currency === undefined)) return null;
  const view = canonicalView(parts, maps).sql;
  const codes = await database.rows<{ code: string }>(`
    SELECT DISTINCT upper(trim(CAST(currency AS VARCHAR))) AS code FROM (${view})
    WHERE trim(CAST(currency AS VARCHAR)) <> '' ORDER BY code LIMIT 6`);
  if (codes.length > 1) {
    const list = codes.map(({ code }) => code).join(", ");
    throw new SegmentLabError("bad-value", `${file} has several currencies (${list}); keep the rows of one`);
  }
  return codes[0]?.code ?? null;
}
