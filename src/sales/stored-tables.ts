import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Database, type SqlValue, sqlText } from "../core/database.js";

/** Raise it when loading or cleaning changes what it gives, so that older results are not taken for new ones. */
const version = 6;

/** The tables that a run keeps; what else it needs is a view of them. */
export const storedTables = ["rows", "return_matches", "rejects"] as const;

/** The folder that holds what the given parameters make of a file with the given hash. */
export function cacheFolderOf(cacheFolder: string, sha256: string, parameters: unknown): string {
  const key = createHash("sha256")
    .update(JSON.stringify([version, sha256, parameters]))
    .digest("hex");
  return join(cacheFolder, `sales-${key.slice(0, 24)}`);
}

/** Shows what was kept in a folder; nothing where none was, or where it is damaged, which is then removed. */
export async function readStored<Facts>(folder: string, database: Database): Promise<Facts | undefined> {
  const facts = factsPath(folder);
  if (!existsSync(facts)) return undefined;
  try {
    for (const table of storedTables) await showStored(database, folder, table);
    return JSON.parse(await readFile(facts, "utf8")) as Facts;
  } catch {
    for (const table of storedTables) await database.run(`DROP VIEW IF EXISTS ${table}`);
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
}

/** Where the facts about a folder's tables stand, written last: without them the folder is not whole. */
export function factsPath(folder: string): string {
  return join(folder, "facts.json");
}

/** Writes the result of a query into a folder. */
export async function storeTable(
  database: Database,
  folder: string,
  table: string,
  select: string,
  values: readonly SqlValue[] = [],
): Promise<void> {
  await database.run(`COPY (${select}) TO ${pathSql(folder, table)} (FORMAT parquet, COMPRESSION snappy)`, values);
}

/**
 * Shows a folder's table as a view. The engine reads a file's end, with its layout, at once: one cut short is noticed.
 *
 * @param rowId the name of a column with each row's place, from 0, where one is wanted
 */
export async function showStored(database: Database, folder: string, table: string, rowId?: string): Promise<void> {
  const path = pathSql(folder, table);
  const rows =
    rowId === undefined
      ? `FROM read_parquet(${path})`
      : `SELECT * RENAME (file_row_number AS ${rowId}) FROM read_parquet(${path}, file_row_number = true)`;
  await database.run(`CREATE OR REPLACE VIEW ${table} AS ${rows}`);
}

/** Removes a folder's table where it is there. */
export function removeStored(folder: string, table: string): void {
  rmSync(join(folder, `${table}.parquet`), { force: true });
}

function pathSql(folder: string, table: string): string {
  return sqlText(join(folder, `${table}.parquet`));
}
