import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type BenchRow, barRow } from "./bench-row.js";
import { runCold } from "./run-command.js";

/** `npm run reports` from a cold start: the whole, and the size of each page. */
export async function reportsBench(data: string, runs = 3): Promise<BenchRow[]> {
  const walls: number[] = [];
  const slowest: number[] = [];
  const sizes = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    await runCold("export-reports", data, ["--times"], async (out, seconds) => {
      walls.push(seconds);
      const cells: number[] = [];
      for (const page of (await readdir(out)).filter((name) => name.endsWith(".html")).sort()) {
        sizes.set(page, (await stat(join(out, page))).size / 1e6);
        cells.push(...cellSeconds(await readFile(join(out, page), "utf8")));
      }
      slowest.push(Math.max(...cells));
    });
  }
  const name = basename(data);
  return [
    barRow("reports", `${name}: whole command`, walls, "s", 90),
    barRow("reports", `${name}: slowest cell`, slowest, "s", 10),
    ...[...sizes].map(([page, size]) => barRow("reports", `${name}: ${page}`, [size], "MB", 4)),
  ];
}

/** The durations that a page made with --times prints beside its cells. */
function cellSeconds(page: string): number[] {
  return [...page.matchAll(/>([0-9.]+) s</g)].map(([, seconds]) => Number(seconds));
}
