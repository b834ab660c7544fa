import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { workspaceRoot } from "../scripts/workspace.js";
import { packageFacts, version } from "../src/core/version.js";
import type { BenchSection } from "./bench-record.js";
import { pythonPeer } from "./python-peer.js";

/** what a bench stands beside: packages of Python and of npm */
const python: Readonly<Record<string, readonly string[]>> = {
  sales: ["pandas", "numpy", "pyarrow"],
  features: ["pandas", "numpy", "pyarrow"],
  clustering: ["scikit-learn", "scipy", "hdbscan", "numpy"],
};
const npm: Readonly<Record<string, readonly string[]>> = {
  clustering: ["ml-kmeans", "ml-hclust", "density-clustering"],
};

/**
 * Describes where a bench was run: machine, versions, day.
 *
 * @param bench its name
 * @param now the moment of the run
 */
export function benchSurroundings(bench: string, now: Date): Pick<BenchSection, "date" | "machine" | "versions"> {
  const peers = python[bench];
  const packages = ["@duckdb/node-api", ...(npm[bench] ?? [])].map((name) => [name, packageFacts.dependencies[name]!]);
  return {
    date: now.toISOString().slice(0, 10),
    machine: {
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: availableParallelism(),
      memoryGigabytes: Math.round(totalmem() / 1e9),
      system: `${type()} ${release().split("-")[0]}`,
    },
    versions: {
      node: process.versions.node,
      "segment-lab": version,
      ...Object.fromEntries(packages),
      ...(peers && { python: pythonVersion(), ...pinned(peers) }),
    },
  };
}

function pythonVersion(): string {
  return execFileSync(pythonPeer(), ["--version"], { encoding: "utf8" }).trim().replace("Python ", "");
}

/** The versions that bench/peers/requirements.txt names, which are the ones installed. */
function pinned(names: readonly string[]): Record<string, string> {
  const requirements = readFileSync(join(workspaceRoot, "bench", "peers", "requirements.txt"), "utf8");
  const versions = new Map(requirements.split("\n").map((line) => line.trim().split("==") as [string, string]));
  return Object.fromEntries(names.map((name) => [name, versions.get(name)!]));
}
