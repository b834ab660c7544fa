import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sqlText } from "../src/core/database.js";
import { openSales } from "../src/sales/open-sales.js";
import { type BenchRow, barRow, peerRow } from "./bench-row.js";
import { pythonPeer } from "./python-peer.js";

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly sums: Readonly<Record<string, number>>;
}

const ours = fileURLToPath(new URL("./build-catalogue.js", import.meta.url));
const peer = fileURLToPath(new URL("../../bench/peers/features_pandas.py", import.meta.url));

/** What pandas starts from: the same cleaned and matched rows. */
const peerTables = {
  sales: `SELECT CAST(customer AS BIGINT) AS customer, invoice, sku, CAST(quantity AS BIGINT) AS units,
      CAST(price AS DOUBLE) AS price, CAST(revenue AS DOUBLE) AS revenue, invoiced_at AS at, country FROM lines`,
  returns: `SELECT CAST(customer AS BIGINT) AS customer, invoice, sku, CAST(-quantity AS BIGINT) AS units,
      CAST(price AS DOUBLE) AS price, CAST(-revenue AS DOUBLE) AS revenue, invoiced_at AS at, country,
      (-quantity - coalesce(matched, 0)) * CAST(price AS DOUBLE) AS unmatched
    FROM returns LEFT JOIN (SELECT return_row, sum(units) AS matched FROM return_matches GROUP BY return_row)
      ON return_row = "row"`,
  matches: `SELECT CAST(l.customer AS BIGINT) AS customer, l.invoice, l.invoiced_at AS bought_at, r.invoiced_at AS at,
      r.invoice AS returned_in, CAST(m.units AS BIGINT) AS units, m.units * CAST(r.price AS DOUBLE) AS value
    FROM return_matches m JOIN lines l ON l."row" = m.line_row JOIN returns r ON r."row" = m.return_row`,
};

/** The whole catalogue from cleaned rows on disk, ours and pandas' in turn, each in a new process. */
export async function featuresBench(data: string, runs = 3): Promise<BenchRow[]> {
  const python = pythonPeer();
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-bench-"));
  try {
    const sales = await openSales({ data });
    for (const [name, select] of Object.entries(peerTables)) {
      await sales.database.run(`COPY (${select}) TO ${sqlText(join(folder, `${name}.parquet`))} (FORMAT parquet)`);
    }
    const { asOf } = sales;
    const [count] = await sales.rows<{ lines: number }>("SELECT count(*) AS lines FROM lines");
    sales.close();
    const mine: Run[] = [];
    const theirs: Run[] = [];
    // one of each first, so that neither pays for reading its files from disk
    for (let run = -1; run < runs; run++) {
      const own = await once(process.execPath, [ours, data]);
      const other = await once(python, [peer, folder, asOf]);
      if (run < 0) continue;
      mine.push(own);
      theirs.push(other);
    }
    const equal = isSame(mine[0]!.sums, theirs[0]!.sums);
    const name = `${basename(data)}: the whole catalogue on ${count!.lines.toLocaleString("en-GB")} lines`;
    const seconds = ({ seconds: time }: Run) => time;
    const peak = ({ peakMegabytes }: Run) => peakMegabytes;
    return [
      peerRow("features", name, mine.map(seconds), "pandas", theirs.map(seconds), "s", equal),
      barRow("features", name, mine.map(seconds), "s", 2),
      peerRow("features", `${name}, peak memory`, mine.map(peak), "pandas", theirs.map(peak), "MB", equal),
      barRow("features", `${name}, peak memory`, mine.map(peak), "MB", 1000),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function once(command: string, args: readonly string[]): Promise<Run> {
  const { stdout } = await promisify(execFile)(command, args);
  return JSON.parse(stdout) as Run;
}

/** Every column of numbers has the same sum over all customers. */
function isSame(a: Run["sums"], b: Run["sums"]): boolean {
  const names = Object.keys(b);
  return (
    names.length > 40 && names.every((name) => Math.abs(a[name]! - b[name]!) <= 1e-9 * Math.max(1, Math.abs(b[name]!)))
  );
}
