import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeAtomically } from "../core/write-atomically.js";
import { generateShop } from "./synthetic/generate-shop.js";
import type { Workspace } from "./workspace.js";

/** Raise it when the generator's output changes, so that an older sample in the cache is not taken for the new one. */
const version = 1;

/** Writes the synthetic shop into the cache, once, and returns the file's path: it is read like any user's file. */
export async function writeSample({ cacheFolder }: Workspace): Promise<string> {
  const path = join(cacheFolder, `sample-${version}.csv`);
  if (!existsSync(path)) await writeAtomically(path, generateShop({}).csv());
  return path;
}
