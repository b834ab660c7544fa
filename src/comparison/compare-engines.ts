import { cluster } from "../clustering/cluster.js";
import { clusterers } from "../clustering/clusterers.js";
import { adjustedRandIndex } from "../clustering/metrics/adjusted-rand-index.js";
import { sampleRows } from "../clustering/sample/sample-rows.js";
import type { Matrix } from "../core/matrix.js";
import type { RunOptions } from "../core/progress.js";
import { algorithmName, type Candidate } from "./candidates.js";

/** One package beside our own engine, on the same rows with the same options. */
export interface EngineComparison {
  readonly algorithm: string;
  readonly engine: string;
  /** How many rows both were given: all of them, or as many as the package finishes in seconds, drawn by the seed. */
  readonly rows: number;
  readonly clusters: number;
  /** Adjusted Rand index of the two results: 1 for the same groups. */
  readonly agreement: number;
  /** Wall time of the package; belongs under timing, never into comparable output. */
  readonly seconds: number;
  /** Wall time of our own engine. */
  readonly nativeSeconds: number;
}

/** What `compareEngines` takes. */
export interface EngineOptions extends RunOptions {
  readonly seed?: number;
  /** Rows at most for a package that refuses more than some thousands; 1,000 where left out. */
  readonly rowsForSlow?: number;
  /** Rows at most for every package; all where left out. */
  readonly mostRows?: number;
}

/**
 * Runs each candidate by every package that offers its algorithm, and by our own engine beside it, one after the other so
 * that their times can be held against each other. A package that cannot finish all rows is given fewer, and so are we.
 *
 * @param matrix rows × columns numbers
 * @param candidates algorithms with options that both engines take
 * @param options `seed`, `rowsForSlow`, `mostRows`, `signal`, `onProgress`
 * @returns one entry a candidate and package
 * @throws SegmentLabError for options that an engine does not take
 * @example show(aq.from(await compareEngines(matrix, [{ algorithm: "kmeans", options: { k: 5 } }])));
 */
export async function compareEngines(
  matrix: Matrix,
  candidates: readonly Candidate[],
  options: EngineOptions = {},
): Promise<EngineComparison[]> {
  const { seed = 1, rowsForSlow = 1000, mostRows = matrix.rows, signal, onProgress } = options;
  const pairs = candidates.flatMap((candidate) =>
    clusterers
      .filter(({ algorithm, engine }) => algorithm === candidate.algorithm && engine !== "native")
      .map(({ engine, maximumRows = Number.POSITIVE_INFINITY }) => ({ candidate, engine, maximumRows })),
  );
  const results: EngineComparison[] = [];
  for (const [done, { candidate, engine, maximumRows }] of pairs.entries()) {
    onProgress?.({ done, total: pairs.length, label: engine });
    const most = Math.min(mostRows, matrix.rows > maximumRows ? Math.min(rowsForSlow, maximumRows) : matrix.rows);
    const rows = most < matrix.rows ? sampleRows(matrix, most, seed).matrix : matrix;
    const run = { ...candidate.options, seed, ...(signal && { signal }) };
    const native = await cluster(rows, candidate.algorithm, run);
    const other = await cluster(rows, candidate.algorithm, { ...run, engine });
    results.push({
      algorithm: algorithmName(candidate.algorithm, candidate.options),
      engine,
      rows: rows.rows,
      clusters: other.clusters,
      agreement: adjustedRandIndex(native.labels, other.labels),
      seconds: other.seconds,
      nativeSeconds: native.seconds,
    });
  }
  onProgress?.({ done: pairs.length, total: pairs.length, label: "engines" });
  return results;
}
