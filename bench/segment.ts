import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type BenchRow, barRow } from "./bench-row.js";
import { runCold } from "./run-command.js";

/** `npm run segment` from a cold start: the whole, its stages and its memory. */
export async function segmentBench(data: string, runs = 3): Promise<BenchRow[]> {
  const walls: number[] = [];
  const peaks: number[] = [];
  const stages = new Map<string, number[]>();
  for (let run = 0; run < runs; run++) {
    await runCold("segment", data, async (out, seconds) => {
      const { timing } = JSON.parse(await readFile(join(out, "run.json"), "utf8")) as {
        timing: Record<string, number>;
      };
      const { peakMegabytes, total: _, ...ofStages } = timing;
      walls.push(seconds);
      peaks.push(peakMegabytes!);
      for (const [stage, time] of Object.entries(ofStages)) stages.set(stage, [...(stages.get(stage) ?? []), time]);
    });
  }
  const name = basename(data);
  return [
    ...[...stages].map(([stage, times]) => barRow("segment", `${name}: ${stage}`, times, "s")),
    barRow("segment", `${name}: whole command`, walls, "s", 10),
    barRow("segment", `${name}: peak resident memory`, peaks, "MB", 1500),
  ];
}
