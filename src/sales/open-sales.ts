import type { ColumnTable } from "arquero";
import { type Database, openDatabase, type SqlValue } from "../core/database.js";
import { SegmentLabError } from "../core/errors.js";
import { noCurrency } from "../core/money.js";
import { type CleanedRows, cleanRows } from "./cleaning/clean-rows.js";
import type { CleaningPlan } from "./cleaning/cleaning-plan.js";
import { type Ledger, withRejects } from "./cleaning/ledger.js";
import type { Overlap } from "./cleaning/overlap-finding.js";
import { planOf } from "./cleaning/plan-of.js";
import { matchReturns } from "./cleaning/return-matches.js";
import { normalizeDialect } from "./formats/normalize-dialect.js";
import { type KnownData, recogniseData } from "./known-data.js";
import { type LoadedFacts, type LoadOptions, loadRows } from "./loading/load-rows.js";
import type { RejectsSummary } from "./loading/rejects.js";
import { readingOf } from "./locale-reading.js";
import { createRedaction, type Redaction } from "./redaction/redaction.js";
import { redactionKey } from "./redaction/redaction-key.js";
import { smallestGroup } from "./redaction/smallest-group.js";
import { openStore, type SalesStore } from "./sales-store.js";
import { readSettings, type Settings } from "./settings.js";
import { type DataSource, findSource } from "./source.js";
import { cacheFolderOf, readStored } from "./stored-tables.js";
import { projectWorkspace, type Workspace } from "./workspace.js";

/** What `openSales` takes: every setting of a run, and where its folders are. */
export interface SalesOptions extends Settings {
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
  /** The rules in their order, every parameter settled. */
  readonly plan: CleaningPlan;
  /** How the file was read, what it lacks and what was decided from it, in sentences. */
  readonly notes: readonly string[];
  /** Rows with a value that could not be read; they stand in the table `rejects`. */
  readonly rejects: RejectsSummary;
  /** Which header of the file plays which part, as "customer = Buyer". */
  readonly columns: readonly string[];
  /** The code of the currency; XXX where it is not known. */
  readonly currency: string;
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
  /** What stands for customer ids where they are redacted; null where they stand as the file has them. */
  readonly redaction: Redaction | null;
  /** The engine itself, for the rooms that build on it. */
  readonly database: Database;
  close(): void;
}

type Facts = Omit<CleanedRows, "notes"> &
  Omit<LoadedFacts, "notes"> & {
    readonly notes: readonly string[];
    readonly asOf: string;
    readonly known: KnownData | null;
  };

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
  const { cache = true, workspace = projectWorkspace(), ...own } = definedOnly(options);
  const { rules, ...given } = readSettings();
  // a cleaning that is named here counts more than the run's own rules
  const settings: Settings = { ...given, ...(own.cleaning === undefined && rules && { rules }), ...own };
  const redaction = settings.redact ? createRedaction(redactionKey(workspace.root)) : null;
  const source = await findSource(settings.data, workspace);
  const plan = planOf(settings);
  const loading: LoadOptions = {
    ...readingOf(settings),
    columns: settings.columns ?? {},
    dialect: normalizeDialect({ ...settings.dialect }),
    maxRejects: settings.maxRejects ?? 0.01,
  };
  const folder = cacheFolderOf(workspace.cacheFolder, source.sha256, [
    source.files.map(({ name }) => name),
    plan,
    loading,
    ...(redaction ? ["redacted", redaction.fingerprint] : []),
  ]);
  const database = await openDatabase();
  let store: SalesStore | undefined;
  const close = () => {
    database.close();
    store?.discard();
  };
  try {
    let facts = cache ? await readStored<Facts>(folder, database) : undefined;
    if (!facts) {
      const draft = await openStore(database, cache ? folder : null);
      store = draft;
      facts = await database.sparingly(() =>
        loadAndClean(database, source, plan, { ...loading, ...(redaction && { redaction }) }, draft),
      );
      const refusal = await store.keep(facts);
      if (refusal !== undefined) facts = { ...facts, notes: [...facts.notes, notKept(refusal)] };
      else if (cache) store.discard();
    }
    await createViews(database);
    const { name, ...found } = facts;
    return {
      source: { ...source, name },
      ...found,
      redaction,
      currency: settings.currency ?? facts.currency ?? (facts.known || source.synthetic ? "GBP" : noCurrency),
      query: (sql, values) => database.table(sql, values),
      rows: (sql, values) => database.rows(sql, values),
      database,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function notKept(refusal: string): string {
  return `Nothing is kept in the cache: ${refusal}; make room, or let SEGMENT_LAB_CACHE name another disk.`;
}

async function loadAndClean(
  database: Database,
  source: DataSource,
  loose: CleaningPlan,
  loading: LoadOptions,
  store: SalesStore,
): Promise<Facts> {
  const loaded = await loadRows(database, source, loading, store);
  const { redaction = null } = loading;
  const cleaned = await cleanRows(database, loose, loaded.name, { store, isRedacted: redaction !== null });
  if (redaction) await refuseFew(database, loaded.name);
  await matchReturns(database);
  const [last] = await database.rows<{ day: string }>(
    "SELECT strftime(CAST(max(invoiced_at) AS DATE) + 1, '%Y-%m-%d') AS day FROM rows",
  );
  const notes = [...loaded.notes, ...cleaned.notes];
  const ledger = withRejects(cleaned.ledger, loaded.rejects.rows);
  return { ...loaded, ...cleaned, ledger, notes, asOf: last!.day, known: await recogniseData(database, redaction) };
}

async function refuseFew(database: Database, name: string): Promise<void> {
  const [{ customers } = { customers: 0 }] = await database.rows<{ customers: number }>(
    "SELECT count(DISTINCT customer) AS customers FROM rows WHERE fate = 'sold'",
  );
  if (customers >= smallestGroup) return;
  throw new SegmentLabError(
    "too-few-rows",
    `${name} has ${customers} customers with a purchase; --redact shows no group of fewer than ${smallestGroup} people`,
  );
}

async function createViews(database: Database): Promise<void> {
  await database.run("CREATE VIEW lines AS SELECT * EXCLUDE (fate) FROM rows WHERE fate = 'sold'");
  await database.run("CREATE VIEW returns AS SELECT * EXCLUDE (fate) FROM rows WHERE fate = 'returned'");
  await database.run(`CREATE VIEW orders AS
    SELECT customer, invoice, min(invoiced_at) AS ordered_at, count(*) AS lines, sum(quantity) AS units,
      count(DISTINCT sku) AS products, sum(revenue) AS gross_revenue, arg_min(country, "row") AS country
    FROM lines GROUP BY customer, invoice`);
}

function definedOnly<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
