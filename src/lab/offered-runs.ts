import type { ComparedRun } from "../comparison/comparison.js";

/** What readers look for first stands first; what is not here stands last. */
const order = ["kmeans", "ward", "gaussian-mixture", "dbscan", "hdbscan", "average", "complete"];

/**
 * Chooses which runs an explorer offers where all would make it too large: whole algorithms are left out, the least
 * asked for first, and then single runs; the first run to show always stays.
 *
 * @param runs all that could be offered
 * @param start the run that must stay
 * @param room how many runs may be offered, at least 1
 * @returns the runs, in their order
 */
export function offeredRuns(
  runs: readonly ComparedRun[],
  start: ComparedRun | undefined,
  room: number,
): readonly ComparedRun[] {
  if (runs.length <= room) return runs;
  const rank = (run: ComparedRun): number => {
    if (run === start) return -1;
    const place = order.indexOf(kindOf(run));
    // of one algorithm, the first matrix before the others
    return (place < 0 ? order.length : place) + (run.matrix === runs[0]!.matrix ? 0 : 0.5);
  };
  const best = [...runs].sort((a, b) => rank(a) - rank(b) || runs.indexOf(a) - runs.indexOf(b)).slice(0, room);
  const kept = new Set(best);
  return runs.filter((run) => kept.has(run));
}

/** What is left out, in words: "average (9), complete (9)"; empty where nothing is. */
export function leftOut(runs: readonly ComparedRun[], offered: readonly ComparedRun[]): string {
  const counts = new Map<string, number>();
  for (const run of runs) {
    const kind = run.name.split(",")[0]!;
    if (!offered.includes(run)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${kind} (${count})`).join(", ");
}

function kindOf({ candidate: { algorithm, options } }: ComparedRun): string {
  return algorithm === "hierarchical" ? String(options.linkage ?? "ward") : algorithm;
}
