import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Database, sqlText } from "../core/database.js";

/** Raise it when loading or cleaning changes what it gives, so that older results are not taken for new ones. */
const version = 2;
const tables = ["rows", "return_matches", "rejects"];

/** The folder that holds what the given parameters make of a file with the given hash. */
export function cacheFolderOf(cacheFolder: string, sha256: string, parameters: unknown): string {
  const key = createHash("sha256")
    .update(JSON.stringify([version, sha256, parameters]))
    .digest("hex");
  return join(cacheFolder, `sales-${key.slice(0, 24)}`);
}

/** Fills the engine from the cache; nothing where none was kept, or where what was kept is damaged, which is then removed. */
export async function readCache<Facts>(folder: string, database: Database): Promise<Facts | undefined> {
  const facts = join(folder, "facts.json");
  if (!existsSync(facts)) return undefined;
  try {
    for (const table of tables) {
      await database.run(`CREATE TABLE ${table} AS FROM read_parquet(${sqlText(join(folder, `${table}.parquet`))})`);
    }
    return JSON.parse(await readFile(facts, "utf8")) as Facts;
  } catch {
    for (const table of tables) await database.run(`DROP TABLE IF EXISTS ${table}`);
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
}

/** Keeps the engine's tables and their facts: written beside, then renamed as a whole. */
export async function writeCache(folder: string, database: Database, facts: unknown): Promise<void> {
  const draft = `${folder}.${randomUUID()}.part`;
  await mkdir(draft, { recursive: true });
  try {
    for (const table of tables) {
      await database.run(
        `COPY ${table} TO ${sqlText(join(draft, `${table}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`,
      );
    }
    await writeFile(join(draft, "facts.json"), JSON.stringify(facts));
    await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
      // another process was faster: its result is the same
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
