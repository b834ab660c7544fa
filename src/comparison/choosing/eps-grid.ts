import { cluster } from "../../clustering/cluster.js";
import { kDistances } from "../../clustering/density/k-distances.js";
import { kneeOf } from "../../clustering/density/knee.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";

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
}

const kneeMultiples: readonly number[] = [0.6, 0.8, 1, 1.2, 1.4];

/**
 * Shows how DBSCAN (Ester et al. 1996) hangs on its options: clusters, noise and the largest cluster for each eps and
 * minPoints. Believe a clustering that stays the same over several neighbouring cells; one that stands in a single
 * cell is that cell's.
 *
 * @param matrix rows × columns
 * @param options `eps` (in units of the matrix), `minPoints`, `signal`, `onProgress`
 * @returns one entry a pair, by minPoints, then eps
 * @example show(aq.from(await epsGrid(matrix, { eps: [0.5, 1, 1.5] })));
 */
export async function epsGrid(matrix: Matrix, options: EpsGridOptions = {}): Promise<EpsCell[]> {
  const { signal, onProgress } = options;
  const counts = (options.minPoints ?? [5, 10, 20]).filter((count) => count <= matrix.rows);
  const cells: EpsCell[] = [];
  for (const [i, minPoints] of counts.entries()) {
    const tried = options.eps ?? (await epsAround(matrix, minPoints, signal));
    for (const [j, eps] of tried.entries()) {
      const total = counts.length * tried.length;
      onProgress?.({ done: i * tried.length + j, total, label: `DBSCAN, eps = ${eps}, minPoints = ${minPoints}` });
      const { labels, clusters } = await cluster(matrix, "dbscan", { eps, minPoints, signal });
      const sizes = new Int32Array(clusters + 1);
      for (const label of labels) sizes[label + 1]!++;
      const largest = clusters === 0 ? 0 : Math.max(...sizes.subarray(1));
      cells.push({
        eps,
        minPoints,
        clusters,
        noiseShare: sizes[0]! / matrix.rows,
        largestShare: largest / matrix.rows,
      });
    }
  }
  return cells;
}

/** Three digits, so that a cell can be fitted again from what is printed; equal ones are tried once. */
async function epsAround(matrix: Matrix, minPoints: number, signal?: AbortSignal): Promise<number[]> {
  const sorted = await kDistances(matrix, minPoints, { signal });
  const knee = sorted[kneeOf(sorted)] ?? sorted.at(-1)!;
  return [...new Set(kneeMultiples.map((multiple) => Number((multiple * knee).toPrecision(3))))];
}
