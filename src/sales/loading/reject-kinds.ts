import type { Database } from "../../core/database.js";
import { formatNumber } from "../../core/format.js";
import type { LoadedTable } from "./loaded-table.js";

/** The three kinds of which the table `rejects` has most, each in words with its first row: `Quantity "six" in line 59 and 2 more is not a whole number`. */
export async function rejectKinds(database: Database, parts: readonly LoadedTable[]): Promise<string[]> {
  const kinds = await database.rows<{
    column_name: string;
    reason: string;
    value: string | null;
    line: number;
    part: number;
    rows: number;
  }>(`
    SELECT column_name, reason, value, line, part, rows FROM (
      SELECT *, count(*) OVER (PARTITION BY column_name, reason) AS rows,
        row_number() OVER (PARTITION BY column_name, reason ORDER BY part, line, place) AS nth
      FROM rejects)
    WHERE nth = 1 ORDER BY rows DESC, column_name, reason LIMIT 3`);
  return kinds.map(({ column_name, reason, value, line, part, rows: times }) => {
    const where = `line ${line}${parts.length > 1 ? ` of ${parts[part]!.name}` : ""}`;
    const more = times > 1 ? ` and ${formatNumber(times - 1)} more` : "";
    return `${column_name} "${shorten(value ?? "")}" in ${where}${more} ${reason}`;
  });
}

/** Says of the rows that are left out how many there are and why; nothing where there are none. */
export async function describeRejects(
  database: Database,
  parts: readonly LoadedTable[],
  rows: number,
): Promise<readonly string[]> {
  if (rows === 0) return [];
  const what = rows === 1 ? "1 row cannot be read and is" : `${formatNumber(rows)} rows cannot be read and are`;
  const kinds = await rejectKinds(database, parts);
  return [`${what} left out: ${kinds.join("; ")}. npm run segment lists every one in rejects.csv.`];
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
