import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clusterers } from "../clustering/clusterers.js";
import { projectWorkspace } from "../sales/workspace.js";

/** How long a package took beside our own engine when the benches were last run. */
export interface MeasuredEngine {
  readonly package: string;
  /** What was done, on which rows. */
  readonly case: string;
  readonly packageSeconds: number;
  readonly nativeSeconds: number;
}

/** When and where that was. */
export interface EngineMeasurements {
  /** yyyy-mm-dd. */
  readonly date: string;
  readonly processor: string;
  readonly engines: readonly MeasuredEngine[];
}

/** What is needed of docs/benchmarks.json, which `npm run bench -- clustering --write` makes. */
interface BenchmarksRecord {
  readonly sections: readonly {
    readonly bench: string;
    readonly date: string;
    readonly machine: { readonly processor: string };
    readonly rows: readonly {
      case: string;
      ours: number | null;
      peer: number | null;
      peerName: string | null;
      unit: string;
    }[];
  }[];
}

/**
 * The times of the npm packages beside the native engines as docs/benchmarks.md has them: measured once, on a quiet
 * machine, so the same in every page.
 *
 * @returns null where the benches were never written down
 */
export function measuredEngines(): EngineMeasurements | null {
  const section = readRecord().sections.find(({ bench }) => bench === "clustering");
  const packages = clusterers.map(({ engine }) => engine);
  const engines = (section?.rows ?? []).flatMap(({ case: name, ours, peer, peerName, unit }) =>
    ours !== null && peer !== null && peerName !== null && unit === "s" && packages.includes(peerName)
      ? [{ package: peerName, case: name, packageSeconds: peer, nativeSeconds: ours }]
      : [],
  );
  if (!section || engines.length === 0) return null;
  return { date: section.date, processor: section.machine.processor, engines };
}

function readRecord(): BenchmarksRecord {
  try {
    return JSON.parse(
      readFileSync(join(projectWorkspace().root, "docs", "benchmarks.json"), "utf8"),
    ) as BenchmarksRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { sections: [] };
    throw error;
  }
}
