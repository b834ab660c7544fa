import { type Database, sqlText } from "../../core/database.js";
import type { CsvMarks } from "./csv-marks.js";

/** What ends a line. */
export type LineEnd = "\n" | "\r\n" | "\r";

/** A UTF-8 file of CSV whose dialect is known. */
export interface CsvFile extends CsvMarks {
  readonly path: string;
  /** The columns' names, which must need no quoting, and their types. */
  readonly columns: Readonly<Record<string, string>>;
  readonly lineEnd: LineEnd;
  readonly header: boolean;
  /** False where a value may hold a line end: the engine's parallel reader then takes parts of values for rows. */
  readonly parallel: boolean;
}

/** Longer rows are kept out; also what the engine's reader holds at a time. */
export const longestRow = 2_000_000;

/** Shows a CSV file as a view; rows that do not fit are kept out and remembered in the engine's `reject_errors`. */
export async function createCsvView(database: Database, view: string, file: CsvFile): Promise<void> {
  const types = Object.entries(file.columns).map(([column, type]) => `'${column}': '${type}'`);
  const options = [
    "auto_detect = false",
    "compression = 'none'",
    `header = ${file.header}`,
    `delim = ${sqlText(file.delimiter)}`,
    `quote = ${sqlText(file.quote)}`,
    `escape = ${sqlText(file.escapeMark)}`,
    `new_line = ${sqlText(file.lineEnd.replace("\r", "\\r").replace("\n", "\\n"))}`,
    `max_line_size = ${longestRow}`,
    `parallel = ${file.parallel}`,
    "store_rejects = true",
    // the engine's own reading of moments would move those with an offset from UTC
    "timestampformat = '%Y-%m-%d %H:%M:%S'",
    `columns = {${types.join(", ")}}`,
  ];
  await database.run(`CREATE OR REPLACE VIEW ${view} AS FROM read_csv(${sqlText(file.path)}, ${options.join(", ")})`);
}
