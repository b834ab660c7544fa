import { checkMatrix } from "../../clustering/check-matrix.js";
import { kDistances } from "../../clustering/density/k-distances.js";
import { kneeOf } from "../../clustering/density/knee.js";
import { openKeptResults } from "../../core/kept-results.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { clusterSizes } from "../comparison-table.js";
import { fitCandidates } from "../fit-candidates.js";
import { type CacheOption, keptFolder } from "../kept-folder.js";
import { matrixKey, type PlacedCandidate } from "../place-candidates.js";

/** What DBSCAN makes of one pair of options. */
export interface EpsCell {
  readonly eps: number;
  readonly minPoints: number;
  readonly clusters: number;
  /** Share of the rows that belong to no cluster, 0 … 1. */
  readonly noiseShare: number;
  /** Share of the rows in the largest cluster, 0 … 1: near 1 nothing is told apart. */
  readonly largestShare: number;
}

/** Which pairs are tried. */
export interface EpsGridOptions extends RunOptions {
  /** Distances; where left out 0.6, 0.8, 1, 1.2 and 1.4 times the knee of the k-distance curve. */
  readonly eps?: readonly number[];
  /** 5, 10 and 20 where left out. */
  readonly minPoints?: readonly number[];
  /** False to keep nothing; otherwise clusterings are kept by content, as those of `compareClusterings`. */
  readonly cache?: CacheOption;
}

const kneeMultiples: readonly number[] = [0.6, 0.8, 1, 1.2, 1.4];

/**
 * Shows how DBSCAN (Ester et al. 1996) hangs on its options: clusters, noise and the largest cluster for each eps and
 * minPoints. Believe a clustering that stays the same over several neighbouring cells; one that stands in a single
 * cell is that cell's.
 *
 * @param matrix rows × columns
 * @param options `eps` (in units of the matrix), `minPoints`, `cache`, `threads`, `signal`, `onProgress`
 * @returns one entry a pair, by minPoints, then eps
 * @example show(aq.from(await epsGrid(matrix, { eps: [0.5, 1, 1.5] })));
 */
export async function epsGrid(matrix: Matrix, options: EpsGridOptions = {}): Promise<EpsCell[]> {
  const { eps, minPoints = [5, 10, 20], cache = true, ...run } = options;
  checkMatrix(matrix);
  const key = matrixKey(matrix);
  const placed: PlacedCandidate[] = [];
  for (const count of minPoints.filter((count) => count <= matrix.rows)) {
    for (const one of eps ?? (await epsAround(matrix, count, run.signal))) {
      const candidate = { algorithm: "dbscan", options: { eps: one, minPoints: count } };
      placed.push({ candidate, matrix, matrixKey: key });
    }
  }
  const outcomes = await fitCandidates(placed, 1, openKeptResults(keptFolder(cache, "clusterings")), run);
  return outcomes.map(({ value, error }, i) => {
    if (error) throw error;
    const { labels, clusters, options: used } = value;
    const sizes = clusterSizes(labels, clusters);
    const inClusters = sizes.reduce((sum, size) => sum + size, 0);
    return {
      eps: Number(used.eps),
      minPoints: Number(placed[i]!.candidate.options.minPoints),
      clusters,
      noiseShare: (matrix.rows - inClusters) / matrix.rows,
      largestShare: Math.max(0, ...sizes) / matrix.rows,
    };
  });
}

/** Three digits, so that a cell can be fitted again from what is printed; equal ones are tried once. */
async function epsAround(matrix: Matrix, minPoints: number, signal?: AbortSignal): Promise<number[]> {
  const sorted = await kDistances(matrix, minPoints, { signal });
  const knee = sorted[kneeOf(sorted)] ?? sorted.at(-1)!;
  return [...new Set(kneeMultiples.map((multiple) => Number((multiple * knee).toPrecision(3))))];
}
