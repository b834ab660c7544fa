import { type Database, sqlText } from "../../core/database.js";
import type { LoadedTable } from "./loaded-table.js";

/**
 * Lists the rows of text files that did not fit their header, in the table
 * `ragged(part INTEGER, line BIGINT, text VARCHAR, reason VARCHAR)`. The engine notices them while it reads: call it
 * after the views were read in full.
 *
 * @param parts the data's parts; `part` is the place in this list, from 0
 * @returns how many rows were kept out
 */
export async function collectRagged(database: Database, parts: readonly LoadedTable[]): Promise<number> {
  await database.run("CREATE OR REPLACE TABLE ragged(part INTEGER, line BIGINT, text VARCHAR, reason VARCHAR)");
  let count = 0;
  for (const [part, { raggedRows }] of parts.entries()) {
    if (!raggedRows) continue;
    if (raggedRows.path !== undefined && !(await hasRejects(database, raggedRows.path))) continue;
    const rows = await raggedRows.find();
    count += rows.length;
    for (let from = 0; from < rows.length; from += 1000) {
      const values = rows
        .slice(from, from + 1000)
        .map(
          ({ line, text, reason }) =>
            `(${part}, ${line}, ${sqlText(text.replaceAll("\0", "\u2400"))}, ${sqlText(reason)})`,
        );
      await database.run(`INSERT INTO ragged VALUES ${values.join(", ")}`);
    }
  }
  return count;
}

async function hasRejects(database: Database, path: string): Promise<boolean> {
  const [table] = await database.rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reject_errors'");
  if (!table) return false;
  const found = await database.rows(
    `SELECT 1 FROM reject_errors JOIN reject_scans USING (scan_id, file_id) WHERE file_path = ${sqlText(path)} LIMIT 1`,
  );
  return found.length > 0;
}
