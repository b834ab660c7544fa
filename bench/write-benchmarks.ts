import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../src/core/write-atomically.js";
import { type BenchRecord, type BenchSection, replaceSections } from "./bench-record.js";
import { benchmarksPage } from "./benchmarks-page.js";

/**
 * Keeps what was measured: in `benchmarks.json` row for row, and as a page made of it, `benchmarks.md`. Sections of other
 * benches stay as they were.
 *
 * @param folder where both stand
 * @param measured one section a bench
 */
export async function writeBenchmarks(folder: string, measured: readonly BenchSection[]): Promise<void> {
  const path = join(folder, "benchmarks.json");
  const before = existsSync(path) ? (JSON.parse(await readFile(path, "utf8")) as BenchRecord) : { sections: [] };
  const record = replaceSections(before, measured);
  await writeAtomically(path, `${JSON.stringify(record, null, 2)}\n`);
  await writeAtomically(join(folder, "benchmarks.md"), benchmarksPage(record));
}
