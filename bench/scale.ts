import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeScaledShop } from "../src/sales/synthetic/write-scaled-shop.js";
import { type BenchRow, barRow } from "./bench-row.js";

interface Stage {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

interface Run {
  readonly rows: number;
  readonly lines: number;
  readonly loading: Stage;
  readonly features: Stage;
}

const once = fileURLToPath(new URL("./scale-once.js", import.meta.url));
/** Customers of synthetic shops with about 1, 5 and 50 million rows. */
const sizes = [5_500, 27_500, 275_000];

/** Loading and the whole catalogue on synthetic shops of 1, 5 and 50 million rows: time by line, and memory. Takes some ten minutes. */
export async function scaleBench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-bench-"));
  try {
    const rows: BenchRow[] = [];
    for (const customers of sizes) {
      const out = join(folder, `${customers}.parquet`);
      await writeScaledShop({ customers, out });
      const env = { ...process.env, SEGMENT_LAB_CACHE: join(folder, "cache") };
      const { stdout } = await promisify(execFile)(process.execPath, [once, out], { env });
      const { rows: count, lines, loading, features } = JSON.parse(stdout) as Run;
      const size = `${(count / 1e6).toFixed(1)} million rows`;
      const row = (what: string, value: number, unit: BenchRow["unit"]) =>
        barRow("scale", `${size}: ${what}`, [value], unit);
      rows.push(
        row("loading, a row", (loading.seconds / count) * 1e6, "µs"),
        row("loading, peak memory", loading.peakMegabytes, "MB"),
        row("the whole catalogue, a sales line", (features.seconds / lines) * 1e6, "µs"),
        row("the whole catalogue, peak memory", features.peakMegabytes, "MB"),
      );
      rmSync(out);
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
