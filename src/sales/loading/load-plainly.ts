import type { Database } from "../../core/database.js";
import type { ColumnMap } from "../columns.js";
import type { SalesStore } from "../sales-store.js";
import { loadTable, type ValueReading } from "./load-table.js";
import type { LoadedTable } from "./loaded-table.js";
import type { ReadingOptions } from "./typed-columns.js";

const firstRows = 2000;

/** How a plain value of a role looks, and the engine's type that reads it exactly as the slower rules for texts do. */
const plain = {
  quantity: { pattern: "-?[0-9]{1,9}", type: "DOUBLE" },
  invoiced_at: { pattern: "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}", type: "TIMESTAMP" },
  price: { pattern: "-?[0-9]+(\\.[0-9]+)?", type: "DECIMAL(18, 6)" },
} as const;
/** A value that has a decimal point and no thousands sign, whatever the others are. */
const decisive = "-?[0-9]+\\.([0-9]{1,2}|[0-9]{4,})";

/**
 * Loads as `loadTable` does, but lets the engine itself read the numbers and moments of text files whose first rows are
 * plainly written, at half the cost. That is a guess, and every row is the judge of it: where one does not fit, nothing
 * is loaded.
 *
 * @returns how values are read; undefined where nothing was loaded
 */
export async function loadPlainly(
  database: Database,
  parts: readonly LoadedTable[],
  maps: readonly ColumnMap[],
  file: string,
  options: ReadingOptions,
  store: SalesStore,
): Promise<ValueReading | undefined> {
  const mayBePlain = (options.dates ?? "year-month-day") === "year-month-day" && (options.decimal ?? ".") === ".";
  if (!mayBePlain) return undefined;
  const types: Readonly<Record<string, string>>[] = [];
  for (const [i, part] of parts.entries()) {
    const found = part.retyped && (await plainTypes(database, part, maps[i]!));
    if (!found) return undefined;
    types.push(found);
  }
  const typed: LoadedTable[] = [];
  for (const [i, part] of parts.entries()) typed.push(await part.retyped!(types[i]!));
  const reading = await loadTable(database, typed, maps, file, options, store);
  if (await isPlain(database)) return reading;
  await store.drop("loaded");
  for (const part of parts) await part.retyped!({});
  return undefined;
}

/** Whether every row of the table `loaded` could be read and the engine kept none out for a value of another type. */
async function isPlain(database: Database): Promise<boolean> {
  const [found] = await database.rows<{ faults: number; casts: number }>(`
    SELECT (SELECT count(*) FROM loaded WHERE fault IS NOT NULL) AS faults,
      (SELECT count(*) FROM reject_errors WHERE error_type = 'CAST') AS casts`);
  return found!.faults === 0 && found!.casts === 0;
}

async function plainTypes(
  database: Database,
  { table, columns }: LoadedTable,
  map: ColumnMap,
): Promise<Record<string, string> | undefined> {
  const sqlOf = (role: keyof typeof plain) => columns.find(({ header }) => header === map[role])?.sql;
  const roles = (Object.keys(plain) as (keyof typeof plain)[]).map((role) => ({ role, column: sqlOf(role) }));
  if (map.time !== undefined || map.amount !== undefined || roles.some(({ column }) => column === undefined)) {
    return undefined;
  }
  const odd = roles.map(
    ({ role, column }) => `NOT regexp_full_match(coalesce(${column}, ''), '${plain[role].pattern}')`,
  );
  const [first] = await database.rows<{ rows: number; odd: number; decisive: number }>(`
    SELECT count(*) AS rows, count(*) FILTER (WHERE ${odd.join(" OR ")}) AS odd,
      count(*) FILTER (WHERE regexp_full_match(${sqlOf("price")}, '${decisive}')) AS decisive
    FROM (FROM ${table} LIMIT ${firstRows})`);
  if (first!.rows === 0 || first!.odd > 0 || first!.decisive === 0) return undefined;
  return Object.fromEntries(roles.map(({ role, column }) => [column!, plain[role].type]));
}
