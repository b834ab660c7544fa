import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database, SqlValue } from "../core/database.js";
import { SegmentLabError } from "../core/errors.js";
import { factsPath, showStored, storedTables, storeTable } from "./stored-tables.js";

/**
 * Where a run's large tables stand: Parquet files that the engine reads as views. They take a tenth of the memory, are
 * read as fast as tables in memory, and are what later runs start from.
 */
export interface SalesStore {
  /** Writes the result of a query and shows it as a view. */
  write(table: string, select: string, values?: readonly SqlValue[]): Promise<void>;
  /** Keeps all tables and their facts for later runs, as a whole or not at all; false where there is no room for them. */
  keep(facts: unknown): Promise<boolean>;
  /** Removes what is not kept; the process does so at its end where nobody did. */
  discard(): void;
}

/**
 * Opens a store for one run. What is to be kept is written beside its place and renamed; where there is no room, the
 * run goes on in the system's folder for temporary files.
 *
 * @param folder where it is kept; null to keep nothing
 */
export async function openStore(database: Database, folder: string | null): Promise<SalesStore> {
  const drafts: string[] = [];
  const written = new Set<string>();
  let isKept = folder !== null;
  let draft = await addDraft(drafts, folder);
  const write = async (table: string, select: string, values?: readonly SqlValue[]): Promise<void> => {
    try {
      await storeTable(database, draft, table, select, values);
    } catch (error) {
      if (!isNoSpace(error)) throw error;
      if (!isKept) throw withoutRoom(error);
      isKept = false;
      draft = await addDraft(drafts, null);
      return write(table, select, values);
    }
    await showStored(database, draft, table);
    written.add(table);
  };
  const keep = async (facts: unknown): Promise<boolean> => {
    if (!isKept) return false;
    try {
      for (const table of storedTables) {
        if (!written.has(table)) await storeTable(database, draft, table, `FROM ${table}`);
      }
      await writeFile(factsPath(draft), JSON.stringify(facts));
    } catch (error) {
      if (isNoSpace(error)) return false;
      throw error;
    }
    await rename(draft, folder!).catch((error: NodeJS.ErrnoException) => {
      // another process was faster: its result is the same
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
    for (const table of written) await showStored(database, folder!, table);
    return true;
  };
  const discard = () => {
    process.off("exit", discard);
    for (const left of drafts.splice(0)) rmSync(left, { recursive: true, force: true });
  };
  process.on("exit", discard);
  return { write, keep, discard };
}

async function addDraft(drafts: string[], place: string | null): Promise<string> {
  const draft = place === null ? await mkdtemp(join(tmpdir(), "segment-lab-tables-")) : `${place}.${randomUUID()}.part`;
  await mkdir(draft, { recursive: true });
  drafts.push(draft);
  return draft;
}

function isNoSpace(error: unknown): boolean {
  const { code, message = "" } = error as NodeJS.ErrnoException;
  const codes = ["ENOSPC", "EDQUOT", "EFBIG"];
  // the engine has no codes for what the system says
  return codes.includes(code ?? "") || /No space left|Disk quota exceeded|File too large/i.test(message);
}

function withoutRoom(cause: unknown): SegmentLabError {
  const message = `no room in ${tmpdir()} for the cleaned rows; free some, or name another folder with TMPDIR`;
  return new SegmentLabError("too-large", message, { cause });
}
