import type { ColumnTable } from "arquero";
import { type Database, openDatabase, type SqlValue } from "../core/database.js";
import { type CleaningOptions, cleanRows, defaultCleaning } from "./cleaning/clean-rows.js";
import type { Ledger } from "./cleaning/ledger.js";
import type { Overlap } from "./cleaning/overlap-finding.js";
import { matchReturns } from "./cleaning/return-matches.js";
import { type KnownData, recogniseData } from "./known-data.js";
import { loadRows } from "./loading/load-rows.js";
import { cacheFolderOf, readCache, writeCache } from "./sales-cache.js";
import { readSettings } from "./settings.js";
import { type DataSource, findSource } from "./source.js";
import { projectWorkspace, type Workspace } from "./workspace.js";

/** What `openSales` takes. */
export interface SalesOptions extends Partial<CleaningOptions> {
  /** A path, or `sample`; where left out what SEGMENT_LAB_DATA names, else the file in data/raw, else the synthetic shop. */
  readonly data?: string;
  /** Headers of the file by canonical column, where they are not recognised: `{ customer: "Buyer" }`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** False to read the file anew and keep nothing. */
  readonly cache?: boolean;
  readonly workspace?: Workspace;
}

/**
 * A handle on cleaned sales in the embedded engine. Its tables: `rows` (every row of the file, with its `fate`),
 * `lines` (what was sold to known customers), `returns`, `orders` (one row an invoice with a sales line) and
 * `return_matches`.
 */
export interface Sales {
  readonly source: DataSource;
  readonly cleaning: CleaningOptions;
  readonly ledger: Ledger;
  /** What was found about a stretch of time that stands in the file twice; null where it was not looked for. */
  readonly overlap: Overlap | null;
  /** Midnight after the last transaction of the file, as yyyy-mm-dd. */
  readonly asOf: string;
  /** The public data set that the file is a copy of, where it is one. */
  readonly known: KnownData | null;
  /** The result of an SQL query as an arquero table. */
  query(sql: string, values?: readonly SqlValue[]): Promise<ColumnTable>;
  /** The result of an SQL query as one object a row, for charts and small results. */
  rows<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** The engine itself, for the rooms that build on it. */
  readonly database: Database;
  close(): void;
}

interface Facts {
  readonly ledger: Ledger;
  readonly overlap: Overlap | null;
  readonly asOf: string;
  readonly known: KnownData | null;
}

/**
 * Opens a shop's transactions: finds the file, reads it typed, cleans it and keeps the result in data/cache under the
 * file's hash and the parameters.
 *
 * @param options where the data are and how they are cleaned; SEGMENT_LAB_OPTIONS fills in what is left out
 * @returns a handle with `query(sql)`, `ledger` and the views `lines`, `returns` and `orders`
 * @throws SegmentLabError for a file that is missing, empty, of another kind, without a needed column or with nothing left
 * @example
 * const sales = await openSales({ data: "data/raw/orders.csv" });
 * const top = await sales.query("SELECT sku, sum(revenue) AS revenue FROM lines GROUP BY sku ORDER BY 2 DESC LIMIT 10");
 */
export async function openSales(options: SalesOptions = {}): Promise<Sales> {
  const settings = { ...defaultCleaning, ...readSettings(), ...definedOnly(options) };
  const workspace = options.workspace ?? projectWorkspace();
  const source = await findSource(settings.data, workspace);
  const cleaning: CleaningOptions = { cleaning: settings.cleaning, goods: settings.goods };
  const columns = settings.columns ?? {};
  const folder = cacheFolderOf(workspace.cacheFolder, source.sha256, [source.format, cleaning, columns]);
  const database = await openDatabase();
  try {
    const keeps = options.cache !== false;
    const facts =
      (keeps ? await readCache<Facts>(folder, database) : undefined) ??
      (await loadAndClean(database, source, cleaning, columns, keeps ? folder : undefined));
    await createViews(database);
    return {
      source,
      cleaning,
      ...facts,
      query: (sql, values) => database.table(sql, values),
      rows: (sql, values) => database.rows(sql, values),
      database,
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

async function loadAndClean(
  database: Database,
  source: DataSource,
  cleaning: CleaningOptions,
  columns: Readonly<Record<string, string>>,
  folder: string | undefined,
): Promise<Facts> {
  await loadRows(database, source, { columns, maxRejects: 0.01 });
  const { ledger, overlap } = await cleanRows(database, cleaning, source.name);
  await matchReturns(database);
  const [last] = await database.rows<{ day: string }>(
    "SELECT strftime(CAST(max(invoiced_at) AS DATE) + 1, '%Y-%m-%d') AS day FROM rows",
  );
  const facts: Facts = { ledger, overlap, asOf: last!.day, known: await recogniseData(database) };
  if (folder) await writeCache(folder, database, facts);
  return facts;
}

async function createViews(database: Database): Promise<void> {
  await database.run("CREATE VIEW lines AS SELECT * EXCLUDE (fate) FROM rows WHERE fate = 'sold'");
  await database.run("CREATE VIEW returns AS SELECT * EXCLUDE (fate) FROM rows WHERE fate = 'returned'");
  await database.run(`CREATE VIEW orders AS
    SELECT customer, invoice, min(invoiced_at) AS ordered_at, count(*) AS lines, sum(quantity) AS units,
      count(DISTINCT sku) AS products, sum(revenue) AS gross_revenue, mode(country) AS country
    FROM lines GROUP BY customer, invoice`);
}

function definedOnly<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
