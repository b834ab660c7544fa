import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openDatabase, sqlText } from "../src/core/database.js";
import { type BenchRow, barRow, peerRow } from "./bench-row.js";
import { pythonPeer } from "./python-peer.js";

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** What came out, for comparing. */
  readonly result: string;
}

const ours = fileURLToPath(new URL("./sales-to-rfm.js", import.meta.url));
const peer = fileURLToPath(new URL("../../bench/peers/sales_pandas.py", import.meta.url));

/**
 * From a raw CSV to cleaned, audited sales, matched returns and RFM scores: whole processes, ours and pandas' in turn,
 * both from a cold start with nothing cached; then ours from its cache.
 */
export async function salesBench(data: string, runs = 3): Promise<BenchRow[]> {
  const python = pythonPeer();
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-bench-"));
  try {
    const csv = extname(data) === ".parquet" ? await asCsv(data, join(folder, "raw.csv")) : data;
    const out = join(folder, "rfm.csv");
    const cold: Run[] = [];
    const theirs: Run[] = [];
    const warm: Run[] = [];
    // one of each first, so that neither pays for reading the file from disk
    for (let run = -1; run < runs; run++) {
      const cache = join(folder, `cache-${run}`);
      const own = [
        await timed(process.execPath, [ours, csv, out], out, cache),
        await timed(process.execPath, [ours, csv, out], out, cache),
      ];
      const other = await timed(python, [peer, csv, out], out, cache);
      rmSync(cache, { recursive: true });
      if (run < 0) continue;
      cold.push(own[0]!);
      warm.push(own[1]!);
      theirs.push(other);
    }
    const equal = cold[0]!.result === theirs[0]!.result && warm[0]!.result === theirs[0]!.result;
    const name = `${basename(data)} as CSV`;
    const seconds = ({ seconds: time }: Run) => time;
    const peak = ({ peakMegabytes }: Run) => peakMegabytes;
    return [
      peerRow("sales", `${name}: to RFM, whole process`, cold.map(seconds), "pandas", theirs.map(seconds), "s", equal),
      peerRow("sales", `${name}: to RFM, peak memory`, cold.map(peak), "pandas", theirs.map(peak), "MB", equal),
      barRow("sales", `${name}: to RFM from the cache`, warm.map(seconds), "s", 0.5),
      barRow("sales", `${name}: peak memory`, cold.map(peak), "MB", 600),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function asCsv(parquet: string, path: string): Promise<string> {
  const database = await openDatabase();
  await database.run(`COPY (FROM read_parquet(${sqlText(parquet)})) TO ${sqlText(path)} (FORMAT csv, HEADER)`);
  database.close();
  return path;
}

async function timed(command: string, args: readonly string[], out: string, cache: string): Promise<Run> {
  const began = performance.now();
  const env = { ...process.env, SEGMENT_LAB_CACHE: cache };
  const { stdout } = await promisify(execFile)(command, args, { env });
  const seconds = (performance.now() - began) / 1000;
  const { peakMegabytes, ledger, matched_units } = JSON.parse(stdout) as {
    peakMegabytes: number;
    matched_units: number;
    ledger: { step: string; rows: number; customers: number; invoices: number; revenue: number }[];
  };
  const audit = ledger.map(({ step, rows, customers, invoices, revenue }) => [
    step,
    rows,
    customers,
    invoices,
    revenue.toFixed(2),
  ]);
  const [, ...lines] = readFileSync(out, "utf8").trim().split("\n");
  const scores = lines.map((line) =>
    line.split(",").map((value, i) => (i === 3 ? Number(value).toFixed(3) : value.trim())),
  );
  return { seconds, peakMegabytes, result: JSON.stringify([audit, matched_units, scores]) };
}
