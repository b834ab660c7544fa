import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import { type ColumnMap, normalizeColumns, type SalesColumn } from "../columns.js";
import type { DataSource } from "../source.js";
import { readDates } from "./date-reading.js";
import { loadCsv } from "./load-csv.js";
import { loadParquet } from "./load-parquet.js";
import type { LoadedTable } from "./loaded-table.js";

/** What a value must be once read; null where it cannot be read as that. */
const readings: Readonly<Record<Exclude<SalesColumn, "invoiced_at">, (value: string) => string>> = {
  invoice: (value) => `upper(trim(CAST(${value} AS VARCHAR)))`,
  sku: (value) => `upper(trim(CAST(${value} AS VARCHAR)))`,
  description: (value) => `nullif(trim(CAST(${value} AS VARCHAR)), '')`,
  quantity: (value) =>
    `CASE WHEN TRY_CAST(${value} AS DOUBLE) = TRY_CAST(${value} AS INTEGER) THEN TRY_CAST(${value} AS INTEGER) END`,
  price: (value) => `TRY_CAST(${value} AS DECIMAL(18, 3))`,
  // 17850, 17850.0 and "17850" are one customer; nan and null are none
  customer: (value) => {
    const text = `trim(CAST(${value} AS VARCHAR))`;
    return `CASE WHEN lower(${text}) NOT IN ('', 'nan', 'null') THEN regexp_replace(${text}, '^([0-9]+)\\.0+$', '\\1') END`;
  },
  country: (value) => `nullif(trim(CAST(${value} AS VARCHAR)), '')`,
};

const demanded: readonly [SalesColumn, string][] = [
  ["invoice", "an invoice number"],
  ["sku", "a stock code"],
  ["quantity", "a whole number"],
  ["invoiced_at", "a date"],
  ["price", "a price with a decimal point"],
];

/**
 * Reads a file into the table `rows`: one row a line of the file, in its order, under the canonical names and types,
 * with `revenue` = quantity × price. Money is DECIMAL(18, 3), so that no sum depends on the order of adding.
 *
 * @param columns headers that the user named, by canonical column
 * @throws SegmentLabError for a column that is missing or a value that cannot be read, with its line
 */
export async function loadRows(
  database: Database,
  source: DataSource,
  columns: Readonly<Record<string, string>> = {},
): Promise<void> {
  const loaded = source.format === "csv" ? await loadCsv(database, source) : await loadParquet(database, source);
  const header = loaded.columns.map((column) => column.header);
  const map = normalizeColumns(header, source.name, columns);
  const expressions = await readingExpressions(database, source, loaded, map);
  const list = Object.entries(expressions).map(([column, sql]) => `${sql} AS ${column}`);
  await database.run(`CREATE TABLE rows AS
    SELECT *, CAST(quantity * price AS DECIMAL(18, 3)) AS revenue
    FROM (SELECT ${loaded.rowNumber} AS "row", ${list.join(", ")} FROM source)`);
  await refuseUnreadable(database, source, loaded, map);
  if (source.format === "csv") await database.run("DROP TABLE source");
}

async function readingExpressions(database: Database, source: DataSource, loaded: LoadedTable, map: ColumnMap) {
  const expressions: Partial<Record<SalesColumn, string>> = {};
  for (const column of [...Object.keys(readings), "invoiced_at"] as SalesColumn[]) {
    const found = loaded.columns.find(({ header }) => header === map[column]);
    if (!found) expressions[column] = "CAST(NULL AS VARCHAR)";
    else if (column !== "invoiced_at") expressions[column] = readings[column](found.sql);
    else if (found.type !== "VARCHAR") expressions[column] = `CAST(${found.sql} AS TIMESTAMP)`;
    else expressions[column] = await readDates(database, "source", found.sql, source.name);
  }
  return expressions;
}

async function refuseUnreadable(database: Database, { name }: DataSource, loaded: LoadedTable, map: ColumnMap) {
  const counts = demanded.map(([column]) => `count(*) - count(nullif(CAST(${column} AS VARCHAR), '')) AS ${column}`);
  const [row] = await database.rows<Record<string, number>>(`SELECT count(*) AS rows, ${counts.join(", ")} FROM rows`);
  if (row!.rows === 0) throw new SegmentLabError("empty-file", `${name} has a header but no rows`);
  for (const [column, wanted] of demanded) {
    if (row![column] === 0) continue;
    const { sql } = loaded.columns.find(({ header }) => header === map[column])!;
    const [first] = await database.rows<{ place: number; value: string | null }>(
      `SELECT s.${loaded.rowNumber} AS place, CAST(s.${sql} AS VARCHAR) AS value
       FROM source s JOIN rows r ON r."row" = s.${loaded.rowNumber}
       WHERE nullif(CAST(r.${column} AS VARCHAR), '') IS NULL ORDER BY place LIMIT 1`,
    );
    const where = `line ${first!.place + loaded.firstLine} of ${name}`;
    const more = row![column]! > 1 ? ` (and ${row![column]! - 1} more such rows)` : "";
    throw new SegmentLabError(
      "bad-value",
      `${map[column]} "${first!.value ?? ""}" in ${where} is not ${wanted}${more}`,
    );
  }
}
