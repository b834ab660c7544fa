import { rm } from "node:fs/promises";
import type { Database } from "../../core/database.js";
import { normalizeColumns } from "../columns.js";
import type { DialectOptions } from "../formats/csv-part.js";
import { redactRows } from "../redaction/redact-rows.js";
import type { Redaction } from "../redaction/redaction.js";
import type { TextRedactor } from "../redaction/text-redactor.js";
import type { SalesStore } from "../sales-store.js";
import type { DataSource } from "../source.js";
import { readCurrency } from "./currency.js";
import { describeAbsences, describeColumns, describeUnread } from "./describe-columns.js";
import { lineColumns } from "./line-columns.js";
import { loadPlainly } from "./load-plainly.js";
import { loadSource } from "./load-source.js";
import { largestInMemory, loadTable } from "./load-table.js";
import { makeScratch } from "./make-scratch.js";
import { describeRejects } from "./reject-kinds.js";
import { type RejectsSummary, setRejectsAside } from "./rejects.js";
import type { ReadingOptions } from "./typed-columns.js";

/** What `loadRows` takes. */
export interface LoadOptions extends ReadingOptions {
  /** Headers that the user named, by canonical column. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What is known of text files; the rest is detected. */
  readonly dialect?: DialectOptions;
  /** The largest share of rows that may be unreadable, 0 to 1. */
  readonly maxRejects: number;
  /** What hides customer ids behind their hashes; left out where they stay. */
  readonly redaction?: Redaction;
}

/** What loading found out. */
export interface LoadedFacts {
  /** How the file was read and what it lacks, in sentences. */
  readonly notes: readonly string[];
  readonly rejects: RejectsSummary;
  /** Which header plays which part, as "customer = Buyer". */
  readonly columns: readonly string[];
  /** What the data are called. */
  readonly name: string;
  /** The code of the file's currency where it names one. */
  readonly currency: string | null;
}

/**
 * Reads a data source into the table `loaded` and shows it as the view `rows`: one row a line of the file, in its order, under the canonical names and types,
 * with `revenue` = quantity × price. Prices are DECIMAL(18, 6) and amounts DECIMAL(18, 3), so that no sum depends on the order of adding. Rows that
 * cannot be read stand in the table `rejects (part, line, column_name, value, reason)` instead. Under a redaction neither
 * the rows nor anything said of them holds a customer's id.
 *
 * @throws SegmentLabError for a column that is missing, a way of writing that is ambiguous, or too many unreadable rows
 */
export async function loadRows(
  database: Database,
  source: DataSource,
  options: LoadOptions,
  store: SalesStore,
): Promise<LoadedFacts> {
  const scratch = await makeScratch();
  try {
    return await loadFrom(database, source, options, store, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function loadFrom(
  database: Database,
  source: DataSource,
  options: LoadOptions,
  store: SalesStore,
  scratch: string,
): Promise<LoadedFacts> {
  const { parts, notes } = await loadSource(database, source, scratch, options);
  const maps = parts.map(({ columns, name }) =>
    normalizeColumns(
      columns.map(({ header }) => header),
      name,
      options.columns,
      options.redaction !== undefined,
    ),
  );
  const reading =
    (await loadPlainly(database, parts, maps, source.name, options, store)) ??
    (await loadTable(database, parts, maps, source.name, options, store));
  const currency = await readCurrency(database, parts, maps, source.name);
  const rejects = await setRejectsAside(database, parts, maps, source.name, {
    maxRejects: options.maxRejects,
    dates: reading.dates,
    isRedacted: options.redaction !== undefined,
  });
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const { redaction } = options;
  const redact: TextRedactor = redaction
    ? await redactRows(database, store, redaction, size <= largestInMemory)
    : (text) => text;
  const kept = [...lineColumns, "revenue"].join(", ");
  // the engine keeps the order of what it reads: a row's number is its place in the data
  const rows = redaction ? '"row", ' : 'rowid AS "row", ';
  const from = redaction ? "redacted" : "loaded WHERE fault IS NULL";
  await database.run(`CREATE VIEW rows AS SELECT ${rows}${kept} FROM ${from}`);
  for (const { table } of parts) await database.run(`DROP VIEW ${table}`);
  const left = await describeRejects(database, parts, rejects.rows);
  const said = [
    ...notes,
    ...reading.notes,
    ...currency.notes,
    ...left,
    ...describeUnread(parts, maps),
    ...describeAbsences(parts, maps),
  ];
  return {
    notes: said.map(redact),
    rejects,
    currency: currency.code,
    columns: describeColumns(parts, maps).map(redact),
    name: redact(source.name),
  };
}
