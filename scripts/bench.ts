// npm run bench: the measurements, as a table or one JSON object a row
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BenchRow } from "../bench/bench-row.js";
import { clusteringBench } from "../bench/clustering.js";
import { featuresBench } from "../bench/features.js";
import { reportsBench } from "../bench/reports.js";
import { salesBench } from "../bench/sales.js";
import { scaleBench } from "../bench/scale.js";
import { segmentBench } from "../bench/segment.js";
import { SegmentLabError } from "../src/core/errors.js";
import { runCommand } from "./command.js";
import { userPath, workspaceRoot } from "./workspace.js";

const benches: Readonly<Record<string, (data: string, runs: number) => Promise<BenchRow[]>>> = {
  sales: salesBench,
  features: featuresBench,
  clustering: clusteringBench,
  scale: scaleBench,
  segment: segmentBench,
  reports: reportsBench,
};

const help = `npm run bench -- [NAME] [options]

Measures from a cold start, nothing cached, and prints medians beside their bars.

  NAME            ${Object.keys(benches).join(", ")}; all but scale where left out
  --data D        a file or "sample"; default ../shared/data/online_retail_II.parquet where it stands, else "sample"
  --runs N        how often; default 3
  --json          one JSON object a row
  --help          this text`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: "string" },
      runs: { type: "string", default: "3" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new SegmentLabError("bad-option", `--runs ${values.runs} is not a count`);
  const names = positionals.length > 0 ? positionals : Object.keys(benches).filter((name) => name !== "scale");
  for (const name of names) {
    const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
    if (!bench)
      throw new SegmentLabError("bad-option", `no bench "${name}"; there are ${Object.keys(benches).join(", ")}`);
    for (const row of await bench(findData(values.data), runs))
      console.log(values.json ? JSON.stringify(row) : line(row));
  }
});

function findData(named: string | undefined): string {
  if (named !== undefined) return named === "sample" ? named : userPath(named);
  const shared = join(workspaceRoot, "..", "shared", "data", "online_retail_II.parquet");
  return existsSync(shared) ? shared : "sample";
}

function line({ bench, case: name, ours, peer, peerName, ratio, equal, unit }: BenchRow): string {
  const figure = `${ours.toFixed(2)} ${unit}`.padStart(12);
  const sameness = equal === null ? "" : equal ? ", same results" : ", RESULTS DIFFER";
  const against =
    peer === null ? "" : `   ${peerName} ${+peer.toFixed(2)} ${unit}, ratio ${ratio!.toFixed(2)}${sameness}`;
  return `${bench.padEnd(9)} ${name.padEnd(48)} ${figure}${against}`;
}
