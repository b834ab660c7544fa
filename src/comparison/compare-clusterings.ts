import { cluster } from "../clustering/cluster.js";
import type { Clustering, MergeTree } from "../clustering/clusterer.js";
import { kDistances } from "../clustering/density/k-distances.js";
import { kneeOf } from "../clustering/density/knee.js";
import { clusteringFromTree } from "../clustering/hierarchical/clustering-from-tree.js";
import { linkages, type MergeTreeOptions, mergeTree } from "../clustering/hierarchical/merge-tree.js";
import { calinskiHarabasz } from "../clustering/metrics/calinski-harabasz.js";
import { daviesBouldin } from "../clustering/metrics/davies-bouldin.js";
import { silhouetteScore } from "../clustering/metrics/silhouette-score.js";
import { silhouettes } from "../clustering/metrics/silhouettes.js";
import type { Matrix } from "../core/matrix.js";
import type { RunOptions } from "../core/progress.js";
import { type Candidate, candidateName, defaultCandidates, triedMinPoints } from "./candidates.js";

/** One candidate with its result and the criteria it is judged by. */
export interface ComparedRun {
  readonly name: string;
  readonly clustering: Clustering;
  /** Share of the rows that are noise. */
  readonly noiseShare: number;
  /** Mean silhouette over all rows, noise counted as 0; NaN where there are fewer than 2 clusters. */
  readonly silhouette: number;
  /** Davies–Bouldin index of the rows that are no noise: smaller is better; NaN under 2 clusters. */
  readonly daviesBouldin: number;
  /** Calinski–Harabasz index of the rows that are no noise: larger is better; NaN under 2 clusters. */
  readonly calinskiHarabasz: number;
  /** Silhouette of each row. */
  readonly silhouettes: Float64Array;
}

/** Candidates side by side on one matrix. */
export interface Comparison<M extends Matrix = Matrix> {
  readonly matrix: M;
  readonly runs: readonly ComparedRun[];
  /** Distances to the 10th nearest row, ascending, with the knee that suggests eps. */
  readonly kDistances: {
    readonly sorted: Float64Array;
    readonly knee: number;
    readonly eps: number;
    readonly minPoints: number;
  };
}

/** What `compareClusterings` takes. */
export interface ComparisonOptions extends RunOptions {
  /** Seed of every random choice; 1 where left out. */
  readonly seed?: number;
}

/**
 * Fits candidates on one matrix and judges them by the same criteria.
 *
 * @param matrix rows × columns, as `prepareMatrix` gives it
 * @param candidates algorithms with options; k-means and ward for k = 2 … 10 and DBSCAN around its knee where left out
 * @param options `seed`, `signal`, `onProgress`
 * @returns one run a candidate in their order, with labels, silhouettes, Davies–Bouldin and Calinski–Harabasz
 * @throws SegmentLabError for an option that an algorithm does not take, or a matrix with missing values
 * @example
 * const comparison = await compareClusterings(matrix, [{ algorithm: "kmeans", options: { k: 4 } }]);
 */
export async function compareClusterings<M extends Matrix>(
  matrix: M,
  candidates?: readonly Candidate[],
  options: ComparisonOptions = {},
): Promise<Comparison<M>> {
  const { signal, onProgress, seed = 1 } = options;
  const minPoints = Math.min(triedMinPoints, matrix.rows);
  const sorted = await kDistances(matrix, minPoints, { signal });
  // a curve without a knee has no outliers: its upper end then joins everybody
  const knee = kneeOf(sorted) < 0 ? sorted.length - 1 : kneeOf(sorted);
  const chosen = candidates ?? defaultCandidates(matrix.rows, sorted[knee]!);
  const trees = new Map<string, ReturnType<typeof timedTree>>();
  const clusterings: Clustering[] = [];
  for (const [i, candidate] of chosen.entries()) {
    onProgress?.({ done: i, total: chosen.length + 1, label: candidateName(candidate) });
    clusterings.push(await fitCandidate(candidate));
  }
  onProgress?.({ done: chosen.length, total: chosen.length + 1, label: "silhouettes" });
  const perRow = await silhouettes(
    matrix,
    clusterings.map(({ labels }) => labels),
    { signal },
  );
  onProgress?.({ done: chosen.length + 1, total: chosen.length + 1, label: "done" });
  const runs = clusterings.map((clustering, i) => judge(matrix, chosen[i]!, clustering, perRow[i]!));
  return { matrix, runs, kDistances: { sorted, knee, eps: sorted[knee]!, minPoints } };

  async function fitCandidate({ algorithm, engine, options: own }: Candidate): Promise<Clustering> {
    const linkage = linkages.find((name) => name === own.linkage);
    const isCut = algorithm === "hierarchical" && (engine ?? "native") === "native" && typeof own.k === "number";
    if (!isCut || !linkage) return cluster(matrix, algorithm, { ...own, ...(engine && { engine }), seed, signal });
    // one tree serves every k
    if (!trees.has(linkage)) trees.set(linkage, timedTree(matrix, { linkage, signal }));
    const { tree, seconds } = await trees.get(linkage)!;
    return clusteringFromTree(tree, matrix, {
      linkage,
      k: own.k as number,
      seconds,
    });
  }
}

/** Each k is told the time of the whole tree: what it would take alone. */
async function timedTree(matrix: Matrix, options: MergeTreeOptions): Promise<{ tree: MergeTree; seconds: number }> {
  const began = performance.now();
  const tree = await mergeTree(matrix, options);
  return { tree, seconds: (performance.now() - began) / 1000 };
}

function judge(matrix: Matrix, candidate: Candidate, clustering: Clustering, values: Float64Array): ComparedRun {
  const { labels, clusters } = clustering;
  const noise = labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0);
  const isJudged = clusters > 1;
  return {
    name: candidateName(candidate),
    clustering,
    noiseShare: noise / labels.length,
    silhouette: isJudged ? silhouetteScore(values) : Number.NaN,
    daviesBouldin: isJudged ? daviesBouldin(matrix, labels) : Number.NaN,
    calinskiHarabasz: isJudged ? calinskiHarabasz(matrix, labels) : Number.NaN,
    silhouettes: values,
  };
}
