import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../core/database.js";
import { type ColumnMap, disabledBy, hasNeededColumns, normalizeColumns } from "../columns.js";
import type { DialectOptions } from "../formats/csv-part.js";
import type { DataSource } from "../source.js";
import { canonicalView } from "./canonical-view.js";
import { readCurrency } from "./currency.js";
import { loadSource } from "./load-source.js";
import type { LoadedTable } from "./loaded-table.js";
import { isPlain, readPlainly } from "./plain-columns.js";
import { demandedRoles, faultSql, givenValue, type RejectsSummary, setRejectsAside } from "./rejects.js";
import { type ReadingOptions, type TypedColumns, typedColumns } from "./typed-columns.js";

const loadedColumns = [
  "invoice",
  "sku",
  "description",
  "quantity",
  "invoiced_at",
  "price",
  "customer",
  "country",
] as const satisfies readonly (keyof TypedColumns["sql"])[];

/** What `loadRows` takes. */
export interface LoadOptions extends ReadingOptions {
  /** Headers that the user named, by canonical column. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What is known of text files; the rest is detected. */
  readonly dialect?: DialectOptions;
  /** The largest share of rows that may be unreadable, 0 to 1. */
  readonly maxRejects: number;
}

/** What loading found out. */
export interface LoadedFacts {
  /** How the file was read and what it lacks, in sentences. */
  readonly notes: readonly string[];
  readonly rejects: RejectsSummary;
  /** Which header plays which part, as "customer = Buyer". */
  readonly columns: readonly string[];
  /** The code of the file's currency where it names one. */
  readonly currency: string | null;
}

/**
 * Reads a data source into the table `loaded` and shows it as the view `rows`: one row a line of the file, in its order, under the canonical names and types,
 * with `revenue` = quantity × price. Prices are DECIMAL(18, 6) and amounts DECIMAL(18, 3), so that no sum depends on the order of adding. Rows that
 * cannot be read stand in the table `rejects (part, line, column_name, value, reason)` instead.
 *
 * @throws SegmentLabError for a column that is missing, a way of writing that is ambiguous, or too many unreadable rows
 */
export async function loadRows(database: Database, source: DataSource, options: LoadOptions): Promise<LoadedFacts> {
  const scratch = await mkdtemp(join(tmpdir(), "segment-lab-"));
  try {
    return await loadFrom(database, source, options, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function loadFrom(
  database: Database,
  source: DataSource,
  options: LoadOptions,
  scratch: string,
): Promise<LoadedFacts> {
  const accepts = (header: readonly string[]) => hasNeededColumns(header, options.columns);
  const { parts, notes } = await loadSource(database, source, scratch, { dialect: options.dialect, accepts });
  const maps = parts.map(({ columns, name }) =>
    normalizeColumns(
      columns.map(({ header }) => header),
      name,
      options.columns,
    ),
  );
  const isAsGuessed = async (guess: readonly LoadedTable[]) => {
    await loadTable(database, guess, maps, source.name, options);
    if (await isPlain(database)) return true;
    await database.run("DROP TABLE loaded");
    return false;
  };
  const guess = await readPlainly(database, parts, maps, options);
  let readingNotes: readonly string[] = [];
  if (!(guess && (await isAsGuessed(guess)))) {
    if (guess) for (const part of parts) await part.retyped!({});
    readingNotes = await loadTable(database, parts, maps, source.name, options);
  }
  const currency = await readCurrency(database, parts, maps, source.name);
  const rejects = await setRejectsAside(database, parts, maps, source.name, options.maxRejects);
  const kept = [...loadedColumns, "revenue"].join(", ");
  // the engine keeps the order of what it reads: a row's number is its place in the data
  await database.run(`CREATE VIEW rows AS SELECT rowid AS "row", ${kept} FROM loaded WHERE fault IS NULL`);
  for (const { table } of parts) await database.run(`DROP VIEW ${table}`);
  const sources = Object.entries(maps[0]!).map(([role, header]) => `${role} = ${header}`);
  return { notes: [...notes, ...readingNotes, ...disabledBy(maps[0]!)], rejects, currency, columns: sources };
}

/** Reads the parts into the table `loaded`; gives how they were read, in sentences. */
async function loadTable(
  database: Database,
  parts: readonly LoadedTable[],
  maps: readonly ColumnMap[],
  file: string,
  options: LoadOptions,
): Promise<readonly string[]> {
  const view = canonicalView(parts, maps);
  const typed = await typedColumns(database, view, file, options);
  const columns = loadedColumns.map((name) => `${typed.sql[name]} AS ${name}`);
  const given = demandedRoles.map((role) => `${role} AS given_${role}`);
  await database.run(`CREATE TABLE loaded AS
    SELECT part, place, ${loadedColumns.join(", ")}, revenue, fault, ${givenValue} AS given FROM (
      SELECT *, ${faultSql(typed.amount !== null)} AS fault FROM (
        SELECT * REPLACE (${revenueParts(typed.amount)}) FROM (
          SELECT part, place, ${columns.join(", ")},
            ${typed.amount ?? "CAST(NULL AS DECIMAL(18, 3))"} AS revenue, ${given.join(", ")}
          FROM (${view.sql}))))`);
  return typed.notes;
}

/** A line's total is exact where the file has it; the price follows, and a negative total is a negative quantity. */
function revenueParts(amount: string | null): string {
  if (amount === null) return "TRY_CAST(quantity * price AS DECIMAL(18, 3)) AS revenue";
  return `CASE WHEN revenue < 0 THEN -abs(quantity) ELSE quantity END AS quantity,
    TRY_CAST(CASE WHEN quantity = 0 THEN 0 ELSE abs(CAST(revenue AS DOUBLE)) / abs(quantity) END AS DECIMAL(18, 6)) AS price`;
}
