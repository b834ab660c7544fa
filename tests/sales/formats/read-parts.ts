import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Database, openDatabase } from "../../../src/core/database.js";
import { type LoadOptions, loadSource } from "../../../src/sales/loading/load-source.js";
import type { LoadedTable } from "../../../src/sales/loading/loaded-table.js";
import { collectRagged } from "../../../src/sales/loading/ragged-rows.js";
import { findSource } from "../../../src/sales/source.js";
import type { Workspace } from "../../../src/sales/workspace.js";

export interface ReadPart {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** The line of each row. */
  readonly lines: readonly number[];
  /** The line of the row behind the last one: 0, unless rows are missing. */
  readonly lineBehind: number;
  readonly dialect: LoadedTable["dialect"];
}

export interface ReadParts {
  readonly parts: readonly ReadPart[];
  readonly notes: readonly string[];
  readonly ragged: readonly { part: number; line: number; text: string; reason: string }[];
}

/** Reads what `data` names as the product does, to the last value. */
export async function readParts(workspace: Workspace, data: string, options?: LoadOptions): Promise<ReadParts> {
  const source = await findSource(data, workspace);
  const database = await openDatabase();
  try {
    const scratch = mkdtempSync(join(workspace.root, "parts-"));
    const loaded = await loadSource(database, source, scratch, options);
    const parts: ReadPart[] = [];
    for (const part of loaded.parts) parts.push(await readPart(database, part));
    await collectRagged(database, loaded.parts);
    const ragged = await database.rows<ReadParts["ragged"][number]>("FROM ragged");
    return { parts, notes: loaded.notes, ragged };
  } finally {
    database.close();
  }
}

/** Writes one file and reads it. */
export function readText(workspace: Workspace, name: string, content: string | Uint8Array, options?: LoadOptions) {
  writeFileSync(join(workspace.root, name), content);
  return readParts(workspace, name, options);
}

async function readPart(database: Database, part: LoadedTable): Promise<ReadPart> {
  const columns = part.columns.map(({ sql }) => sql);
  const found = await database.rows<Record<string, string | null> & { place: number }>(
    `SELECT ${part.rowNumber ?? "row_number() OVER () - 1"} AS place, ${columns.map((sql) => `CAST(${sql} AS VARCHAR) AS ${sql}`).join(", ")} FROM ${part.table}`,
  );
  return {
    name: part.name,
    header: part.columns.map(({ header }) => header),
    rows: found.map((row) => columns.map((sql) => row[sql]!)),
    lines: await part.linesOf(found.map(({ place }) => place)),
    lineBehind: (await part.linesOf([found.length]))[0]!,
    dialect: part.dialect,
  };
}
