import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";

/**
 * The one currency of a file that has a column for it.
 *
 * @throws SegmentLabError `bad-value` where there are several: amounts of two currencies must not be added
 */
export async function readCurrency(database: Database, view: string, file: string): Promise<string | null> {
  const codes = await database.rows<{ code: string }>(`
    SELECT DISTINCT upper(trim(CAST(currency AS VARCHAR))) AS code FROM (${view})
    WHERE trim(CAST(currency AS VARCHAR)) <> '' ORDER BY code LIMIT 6`);
  if (codes.length > 1) {
    const list = codes.map(({ code }) => code).join(", ");
    throw new SegmentLabError("bad-value", `${file} has several currencies (${list}); keep the rows of one`);
  }
  return codes[0]?.code ?? null;
}
