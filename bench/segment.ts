import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type BenchRow, barRow } from "./bench-row.js";
import { runCold } from "./run-command.js";

/**
 * `npm run segment` from a cold start, with the whole comparison behind the verdict and with a clustering that is named:
 * the whole, its stages and its memory.
 */
export async function segmentBench(data: string, runs = 3): Promise<BenchRow[]> {
  const name = basename(data);
  return [
    ...(await segmentRows(name, data, runs, [], 60)),
    ...(await segmentRows(`${name}, --choose kmeans:5`, data, runs, ["--choose", "kmeans:5"], 10)),
  ];
}

async function segmentRows(
  name: string,
  data: string,
  runs: number,
  options: readonly string[],
  bar: number,
): Promise<BenchRow[]> {
  const walls: number[] = [];
  const peaks: number[] = [];
  const stages = new Map<string, number[]>();
  for (let run = 0; run < runs; run++) {
    await runCold("segment", data, options, async (out, seconds) => {
      const { timing } = JSON.parse(await readFile(join(out, "run.json"), "utf8")) as {
        timing: Record<string, number>;
      };
      const { peakMegabytes, total: _, ...ofStages } = timing;
      walls.push(seconds);
      peaks.push(peakMegabytes!);
      for (const [stage, time] of Object.entries(ofStages)) stages.set(stage, [...(stages.get(stage) ?? []), time]);
    });
  }
  return [
    ...[...stages].map(([stage, times]) => barRow("segment", `${name}: ${stage}`, times, "s")),
    barRow("segment", `${name}: whole command`, walls, "s", bar),
    barRow("segment", `${name}: peak resident memory`, peaks, "MB", 1500),
  ];
}
