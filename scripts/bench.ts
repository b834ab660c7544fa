// npm run bench: the measurements, as a table or one JSON object a row
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { BenchRow } from "../bench/bench-row.js";
import { benchSurroundings } from "../bench/bench-surroundings.js";
import { clusteringBench } from "../bench/clustering.js";
import { featuresBench } from "../bench/features.js";
import { formatFigure } from "../bench/format-figure.js";
import { pagesBench } from "../bench/pages.js";
import { reportsBench } from "../bench/reports.js";
import { salesBench } from "../bench/sales.js";
import { scaleBench } from "../bench/scale.js";
import { segmentBench } from "../bench/segment.js";
import { verdictBench } from "../bench/verdict.js";
import { writeBenchmarks } from "../bench/write-benchmarks.js";
import { SegmentLabError } from "../src/core/errors.js";
import { runCommand } from "./command.js";
import { userPath, workspaceRoot } from "./workspace.js";

type Bench = (data: string, runs: number | undefined) => Promise<BenchRow[]> | AsyncIterable<BenchRow>;

const benches: Readonly<Record<string, Bench>> = {
  sales: salesBench,
  features: featuresBench,
  clustering: clusteringBench,
  scale: scaleBench,
  segment: segmentBench,
  reports: reportsBench,
  pages: pagesBench,
  verdict: verdictBench,
};

/** What takes too long to run unasked. */
const onlyNamed = ["scale", "verdict"];

const help = `npm run bench -- [NAME] [options]

Measures and prints medians, beside the bars that we set ourselves and beside peers that do the same.

  NAME            ${Object.keys(benches).join(", ")}; all but ${onlyNamed.join(" and ")} where left out
  --data D        a file or "sample"; default ../shared/data/online_retail_II.parquet where it stands, else "sample"
  --runs N        how often; default 7 for clustering, 5 for pages, 200 shops for verdict, else 3
  --json          one JSON object a row
  --write         puts what was measured into docs/benchmarks.md and docs/benchmarks.json; what other benches measured
                  before stays there
  --help          this text`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: "string" },
      runs: { type: "string" },
      json: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  if (runs !== undefined && (!Number.isInteger(runs) || runs < 1))
    throw new SegmentLabError("bad-option", `--runs ${values.runs} is not a count`);
  const names = positionals.length > 0 ? positionals : Object.keys(benches).filter((name) => !onlyNamed.includes(name));
  const unknown = names.find((name) => !Object.hasOwn(benches, name));
  if (unknown !== undefined)
    throw new SegmentLabError("bad-option", `no bench "${unknown}"; there are ${Object.keys(benches).join(", ")}`);
  const data = findData(values.data);
  const now = new Date();
  for (const name of names) {
    const rows: BenchRow[] = [];
    for await (const row of await benches[name]!(data, runs)) {
      console.log(values.json ? JSON.stringify(row) : line(row));
      rows.push(row);
    }
    if (!values.write) continue;
    // at once, so that a later bench that fails takes nothing with it
    const section = { bench: name, ...benchSurroundings(name, now), data: basename(data), rows };
    await writeBenchmarks(join(workspaceRoot, "docs"), [section]);
    console.error(`${name}: written into docs/benchmarks.md`);
  }
});

function findData(named: string | undefined): string {
  if (named !== undefined) return named === "sample" ? named : userPath(named);
  const shared = join(workspaceRoot, "..", "shared", "data", "online_retail_II.parquet");
  return existsSync(shared) ? shared : "sample";
}

function line({ bench, case: name, ours, peer, peerName, ratio, equal, limit, unit, note }: BenchRow): string {
  const start = `${bench.padEnd(10)} ${name.padEnd(48)}`;
  if (ours === null) return `${start} ${note}`;
  const sameness = equal === null ? "" : equal ? ", same results" : `, RESULTS DIFFER${note ? ` (${note})` : ""}`;
  const miss = ratio !== null && limit !== undefined && ratio > limit ? `, ABOVE ${limit.toFixed(1)}` : "";
  const against =
    peer === null
      ? ""
      : `   ${peerName} ${formatFigure(peer, unit)}${ratio === null ? "" : `, ratio ${ratio.toFixed(2)}${miss}`}${sameness}`;
  return `${start} ${formatFigure(ours, unit).padStart(12)}${against}`;
}
