import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database, SqlValue } from "../core/database.js";
import { diskRefusal } from "../core/disk-refusal.js";
import { factsPath, removeStored, showStored, storedTables, storeTable } from "./stored-tables.js";

/**
 * Where a run's large tables stand: Parquet files that the engine reads as views. They take a tenth of the memory, are
 * read as fast as tables in memory, and are what later runs start from.
 */
export interface SalesStore {
  /** Writes the result of a query under a name, which the query itself may read from. */
  write(table: string, select: string, values?: readonly SqlValue[]): Promise<void>;
  /** Writes a table that later steps only pass through, each row with its `rowid`; a small one stays in memory. */
  writePassing(table: string, select: string, isSmall: boolean): Promise<void>;
  /** Drops a passing table. */
  drop(table: string): Promise<void>;
  /** Drops every passing table that is left. */
  dropPassing(): Promise<void>;
  /** Keeps all tables and their facts for later runs, as a whole or not at all; gives why the disk takes none. */
  keep(facts: unknown): Promise<string | undefined>;
  /** Removes what is not kept. */
  discard(): void;
}

/**
 * Opens a store for one run. What is to be kept is written beside its place and renamed; what the disk does not take
 * stays in memory.
 *
 * @param folder where it is kept; null to keep nothing
 */
export async function openStore(database: Database, folder: string | null): Promise<SalesStore> {
  const written = new Set<string>();
  let refusal: string | undefined;
  let draft = "";
  const discard = () => {
    process.off("exit", discard);
    if (draft !== "") rmSync(draft, { recursive: true, force: true });
  };
  process.on("exit", discard);
  const asFarAsTheDiskGoes = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      refusal ??= diskRefusal(error);
      if (refusal === undefined) throw error;
    }
  };
  await asFarAsTheDiskGoes(async () => {
    draft = await makeDraft(folder);
  });

  const passing = new Set<string>();
  const inMemory = new Set<string>();
  const writePassing = async (table: string, select: string, isSmall: boolean): Promise<void> => {
    passing.add(table);
    const isOnDisk = !isSmall && refusal === undefined;
    if (isOnDisk) await asFarAsTheDiskGoes(() => storeTable(database, draft, table, select));
    if (isOnDisk && refusal === undefined) return showStored(database, draft, table, "rowid");
    await database.run(`CREATE TABLE ${table} AS ${select}`);
    inMemory.add(table);
  };
  const drop = async (table: string): Promise<void> => {
    await database.run(`DROP ${inMemory.delete(table) ? "TABLE" : "VIEW"} ${table}`);
    removeStored(draft, table);
    passing.delete(table);
  };
  const dropPassing = async (): Promise<void> => {
    for (const table of passing) await drop(table);
  };
  const write = async (table: string, select: string, values?: readonly SqlValue[]): Promise<void> => {
    if (refusal === undefined) await asFarAsTheDiskGoes(() => storeTable(database, draft, table, select, values));
    if (refusal === undefined) {
      await showStored(database, draft, table);
      written.add(table);
      return;
    }
    await database.run(`CREATE TABLE in_memory AS ${select}`, values);
    await database.run(`DROP VIEW IF EXISTS ${table}`);
    await database.run(`ALTER TABLE in_memory RENAME TO ${table}`);
  };
  const keep = async (facts: unknown): Promise<string | undefined> => {
    if (folder === null) return undefined;
    if (refusal !== undefined) return refusal;
    await asFarAsTheDiskGoes(async () => {
      for (const table of storedTables) {
        if (!written.has(table)) await storeTable(database, draft, table, `FROM ${table}`);
      }
      await writeFile(factsPath(draft), JSON.stringify(facts));
      await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
        // another process was faster: its result is the same
        if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
      });
      for (const table of written) await showStored(database, folder, table);
    });
    return refusal;
  };
  return { write, writePassing, drop, dropPassing, keep, discard };
}

async function makeDraft(place: string | null): Promise<string> {
  if (place === null) return mkdtemp(join(tmpdir(), "segment-lab-tables-"));
  const draft = `${place}.${randomUUID()}.part`;
  await mkdir(draft, { recursive: true });
  return draft;
}
