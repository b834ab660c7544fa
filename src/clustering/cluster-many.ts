import type { Matrix } from "../core/matrix.js";
import type { RunOptions } from "../core/progress.js";
import { settleOnThreads } from "../core/threads/run-on-threads.js";
import { shareMatrix } from "../core/threads/share-matrix.js";
import type { Outcome } from "../core/threads/thread-work.js";
import { checkMatrix } from "./check-matrix.js";
import type { Clustering } from "./clusterer.js";
import { type ClusteringJob, fitJob } from "./fit-job.js";
import { returnClustering } from "./return-clustering.js";

/** What `clusterMany` takes. */
export interface ClusterManyOptions extends RunOptions {
  /** Told each clustering, or the mistake in its place, as it comes, in any order. */
  readonly onOutcome?: (index: number, outcome: Outcome<Clustering>) => void;
}

/**
 * Fits many clusterings of one matrix side by side, one a thread: sweeps over k, several algorithms, several seeds.
 * The rows lie in memory once for all threads. A job that fails stands in its outcome and stops no other.
 *
 * @param matrix rows × columns numbers, usually standardised first
 * @param jobs one a clustering: `algorithm`, `options`, `engine`, `seed`
 * @param run `threads`, `signal`, `onProgress`, `onOutcome`
 * @returns one outcome a job in their order: `value`, the clustering, or `error`, the reason in words
 * @throws SegmentLabError `aborted`, or `bad-value` for a matrix with a value that is not a number
 * @example
 * const outcomes = await clusterMany(matrix, [2, 3, 4].map((k) => ({ algorithm: "kmeans", options: { k } })));
 */
export async function clusterMany(
  matrix: Matrix,
  jobs: readonly ClusteringJob[],
  run: ClusterManyOptions = {},
): Promise<Outcome<Clustering>[]> {
  checkMatrix(matrix);
  const rows = shareMatrix(matrix);
  const named = ({ value, error }: Outcome<Clustering>): Outcome<Clustering> =>
    error ? { error } : { value: returnClustering(value!, matrix) };
  const { onOutcome, ...rest } = run;
  const outcomes = await settleOnThreads(
    fitJob,
    jobs.map((job) => ({ ...job, matrix: rows })),
    { ...rest, ...(onOutcome && { onOutcome: (index, outcome) => onOutcome(index, named(outcome)) }) },
  );
  return outcomes.map(named);
}
