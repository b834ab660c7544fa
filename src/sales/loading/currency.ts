import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import type { ColumnMap } from "../columns.js";
import { canonicalView } from "./canonical-view.js";
import type { LoadedTable } from "./loaded-table.js";

/** What a file says of its currency. */
export interface FileCurrency {
  /** The ISO 4217 code; null where the file names none. */
  readonly code: string | null;
  /** What a reader should know, in sentences. */
  readonly notes: readonly string[];
}

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
): Promise<FileCurrency> {
  if (maps.every(({ currency }) => currency === undefined)) return { code: null, notes: [] };
  const view = canonicalView(parts, maps).sql;
  const codes = await database.rows<{ code: string }>(`
    SELECT DISTINCT upper(trim(CAST(currency AS VARCHAR))) AS code FROM (${view})
    WHERE trim(CAST(currency AS VARCHAR)) <> '' ORDER BY code LIMIT 6`);
  if (codes.length > 1) {
    const list = codes.map(({ code }) => code).join(", ");
    throw new SegmentLabError("bad-value", `${file} has several currencies (${list}); keep the rows of one`);
  }
  const [code = null] = codes.map((row) => row.code);
  if (code === null || /^[A-Z]{3}$/.test(code)) return { code, notes: [] };
  const shown = code.length > 20 ? `${code.slice(0, 20)}…` : code;
  return { code: null, notes: [`The currency "${shown}" is no code of three letters: --currency says which it is.`] };
}
