import type { Database } from "../../core/database.js";
import { disabledBy, normalizeColumns } from "../columns.js";
import type { DataSource } from "../source.js";
import { canonicalView, type LoadedPart } from "./canonical-view.js";
import { readCurrency } from "./currency.js";
import { loadCsv } from "./load-csv.js";
import { loadParquet } from "./load-parquet.js";
import { demandedRoles, faultSql, givenValue, type RejectsSummary, setRejectsAside } from "./rejects.js";
import { type ReadingOptions, typedColumns } from "./typed-columns.js";

/** What `loadRows` takes. */
export interface LoadOptions extends ReadingOptions {
  /** Headers that the user named, by canonical column. */
  readonly columns?: Readonly<Record<string, string>>;
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
 * Reads a data source into the table `rows`: one row a line of the file, in its order, under the canonical names and types,
 * with `revenue` = quantity × price. Money is DECIMAL(18, 3), so that no sum depends on the order of adding. Rows with a
 * value that cannot be read stand in the table `rejects (part, line, column_name, value, reason)` instead.
 *
 * @throws SegmentLabError for a column that is missing, a way of writing that is ambiguous, or too many unreadable rows
 */
export async function loadRows(database: Database, source: DataSource, options: LoadOptions): Promise<LoadedFacts> {
  const parts = await loadParts(database, source);
  const maps = parts.map(({ columns, name }) =>
    normalizeColumns(
      columns.map(({ header }) => header),
      name,
      options.columns,
    ),
  );
  const view = canonicalView(parts, maps);
  const typed = await typedColumns(database, view, source.name, options);
  const currency = view.types.currency === undefined ? null : await readCurrency(database, view.sql, source.name);

  const sources = Object.entries(maps[0]!).map(([role, header]) => `${role} = ${header}`);
  const columns = Object.entries(typed.sql).map(([name, sql]) => `${sql} AS ${name}`);
  const given = demandedRoles.map((role) => `${role} AS given_${role}`);
  await database.run(`CREATE TABLE rows AS
    SELECT "row", part, place, ${Object.keys(typed.sql).join(", ")}, revenue, fault, ${givenValue} AS given FROM (
      SELECT *, ${faultSql(typed.amount !== null)} AS fault FROM (
        SELECT * REPLACE (${revenueParts(typed.amount)}) FROM (
          SELECT row_number() OVER () - 1 AS "row", part, place, ${columns.join(", ")},
            ${typed.amount ?? "CAST(NULL AS DECIMAL(18, 3))"} AS revenue, ${given.join(", ")}
          FROM (${view.sql}))))`);
  const rejects = await setRejectsAside(database, parts, maps, source.name, options.maxRejects);
  for (const column of ["fault", "given", "part", "place"])
    await database.run(`ALTER TABLE rows DROP COLUMN ${column}`);
  return { notes: [...typed.notes, ...disabledBy(maps[0]!)], rejects, currency, columns: sources };
}

/** A line's total is exact where the file has it; the price follows, and a negative total is a negative quantity. */
function revenueParts(amount: string | null): string {
  if (amount === null) return "TRY_CAST(quantity * price AS DECIMAL(18, 3)) AS revenue";
  return `CASE WHEN revenue < 0 THEN -abs(quantity) ELSE quantity END AS quantity,
    TRY_CAST(CASE WHEN quantity = 0 THEN 0 ELSE abs(CAST(revenue AS DOUBLE)) / abs(quantity) END AS DECIMAL(18, 3)) AS price`;
}

async function loadParts(database: Database, source: DataSource): Promise<LoadedPart[]> {
  const loaded = source.format === "csv" ? await loadCsv(database, source) : await loadParquet(database, source);
  return [{ table: "source", name: source.name, ...loaded }];
}
