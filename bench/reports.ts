import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type BenchRow, barRow } from "./bench-row.js";
import { runCold } from "./run-command.js";

/** `npm run reports` from a cold start: the whole, and the size of each page. */
export async function reportsBench(data: string, runs: number): Promise<BenchRow[]> {
  const walls: number[] = [];
  const sizes = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    await runCold("export-reports", data, async (out, seconds) => {
      walls.push(seconds);
      for (const page of (await readdir(out)).filter((name) => name.endsWith(".html")).sort()) {
        sizes.set(page, (await stat(join(out, page))).size / 1e6);
      }
    });
  }
  const name = basename(data);
  return [
    barRow("reports", `${name}: whole command`, walls, "s", 60),
    ...[...sizes].map(([page, size]) => barRow("reports", `${name}: ${page}`, [size], "MB", 4)),
  ];
}
