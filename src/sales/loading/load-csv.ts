import { type Database, sqlText } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import type { DataSource } from "../source.js";
import { readCsvHeader } from "./csv-header.js";
import type { LoadedTable } from "./loaded-table.js";

/**
 * Loads a CSV file as the table `source`: every value as text, in the file's order, columns named c0, c1, … so that
 * no header reaches a statement.
 *
 * @throws SegmentLabError `bad-file` where a line does not fit the header, with its number
 */
export async function loadCsv(database: Database, source: DataSource): Promise<LoadedTable> {
  const { delimiter, columns } = await readCsvHeader(source);
  const types = columns.map((_, i) => `'c${i}': 'VARCHAR'`).join(", ");
  const options = [
    "auto_detect = false",
    "header = true",
    `delim = ${sqlText(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `encoding = '${source.encoding}'`,
    `columns = {${types}}`,
  ];
  try {
    await database.run(`CREATE TABLE source AS FROM read_csv(${sqlText(source.path)}, ${options.join(", ")})`);
  } catch (error) {
    throw unreadable(source, error);
  }
  return {
    columns: columns.map((header, i) => ({ header, sql: `c${i}`, type: "VARCHAR" })),
    rowNumber: "rowid",
    // the first row of data stands on line 2 of the file
    firstLine: 2,
  };
}

function unreadable({ name }: DataSource, error: unknown): SegmentLabError {
  const message = error instanceof Error ? error.message : String(error);
  const line = /on Line: (\d+)/.exec(message)?.[1];
  const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  const what = counts ? `${counts[2]} values where the header has ${counts[1]}` : message.split("\n", 1)[0];
  return new SegmentLabError("bad-file", `${name} cannot be read as CSV${line ? ` at line ${line}` : ""}: ${what}`, {
    cause: error,
  });
}
