import { checkMatrix } from "../clustering/check-matrix.js";
import { kneeOf } from "../clustering/density/knee.js";
import { SegmentLabError } from "../core/errors.js";
import { waitForLock } from "../core/file-lock.js";
import { contentKey, type KeptResults, openKeptResults } from "../core/kept-results.js";
import type { Matrix } from "../core/matrix.js";
import { type RunOptions, splitProgress } from "../core/progress.js";
import { type Candidate, candidateName, defaultCandidates, triedMinPoints } from "./candidates.js";
import type { Comparison, FailedCandidate } from "./comparison.js";
import { fitCandidates } from "./fit-candidates.js";
import { judgeRun } from "./judge-run.js";
import { type CacheOption, keptFolder } from "./kept-folder.js";
import { keptKDistances } from "./kept-k-distances.js";
import { type FittedCandidate, keptSilhouettes } from "./kept-silhouettes.js";
import { matrixKey, type PlacedCandidate, placeCandidates } from "./place-candidates.js";
import { weighFinalists, weighGroups } from "./weighing/weigh-finalists.js";

/** What `compareClusterings` takes. */
export interface ComparisonOptions extends RunOptions {
  /** Seed of every random choice; 1 where left out. */
  readonly seed?: number;
  /** Further matrices of the same customers in the same order, by name, for candidates that name one. */
  readonly preparations?: Readonly<Record<string, Matrix>>;
  /** How many of the best runs are asked whether their groups come back; 5 where left out, 0 to ask nothing. */
  readonly finalists?: number;
  /** Resamples of each finalist; 50 where left out. */
  readonly resamples?: number;
  /** Matrices without groups that k-means, mixtures and the finalists are held against; 20 where left out. */
  readonly surrogates?: number;
  /**
   * Which share of the weighing to do, 0 to 1; 1 where left out. Below 1 nothing is weighed yet, but what was done is kept:
   * so that several short cells of a notebook can do what one would take long for. 0 fits, and looks for groups that stand apart.
   */
  readonly upTo?: number;
  /** False to compute everything anew and keep nothing; otherwise results are kept by content, in data/cache or this folder. */
  readonly cache?: CacheOption;
}

/**
 * Fits candidates on one matrix, on as many threads as there are processors, and judges them by the same criteria.
 * What was computed before, by any process, is not computed again; a candidate that fails is listed with the reason,
 * and the others finish.
 *
 * @param matrix rows × columns, as `prepareMatrix` gives it
 * @param candidates algorithms with options; where left out k-means, three linkages and Gaussian mixtures for
 *   k = 2 … 10, DBSCAN around its knee and HDBSCAN, and k-means on each further preparation
 * @param options `seed`, `preparations`, `finalists`, `resamples`, `surrogates`, `upTo`, `cache`, `threads`, `signal`, `onProgress`
 * @returns one run a candidate in their order, with labels, silhouettes, Davies–Bouldin and Calinski–Harabasz; the
 *   candidates that failed; the k-distance curve
 * @throws SegmentLabError `bad-option` without candidates or for `upTo` outside 0 … 1, `bad-value` for a matrix with missing values or a preparation
 *   of other customers, `aborted`
 * @example
 * const comparison = await compareClusterings(matrix, [{ algorithm: "kmeans", options: { k: 4 } }]);
 */
export async function compareClusterings<M extends Matrix>(
  matrix: M,
  candidates?: readonly Candidate[],
  options: ComparisonOptions = {},
): Promise<Comparison<M>> {
  const { seed = 1, preparations = {}, cache = true, ...amounts } = options;
  const { finalists = 5, resamples = 50, surrogates = 20, upTo = 1, ...run } = amounts;
  checkMatrix(matrix);
  if (!(upTo >= 0 && upTo <= 1))
    throw new SegmentLabError("bad-option", `upTo = ${upTo} is no share of the weighing; give 0 to 1`);
  const minPoints = Math.min(triedMinPoints, matrix.rows);
  const kept = openKeptResults(keptFolder(cache, "clusterings"));
  const sorted = await keptKDistances(matrix, minPoints, kept, run.signal ? { signal: run.signal } : {});
  // a curve without a knee has no outliers: its upper end then joins everybody
  const knee = kneeOf(sorted) < 0 ? sorted.length - 1 : kneeOf(sorted);
  const chosen = candidates ?? defaultCandidates(matrix.rows, sorted[knee]!, Object.keys(preparations));
  if (chosen.length === 0) throw new SegmentLabError("bad-option", "no candidates to compare; name at least one");
  const placed = placeCandidates(chosen, matrix, preparations);

  // the default candidates are the same work whatever preparations stand beside them: the second to come waits for it
  const work = candidates ? placed.map(({ candidate, matrixKey }) => ({ candidate, matrixKey })) : matrixKey(matrix);
  const lock = kept.lockOf(contentKey(work, seed));
  const release = lock === null ? () => {} : await waitForLock(lock, run.signal);
  try {
    const part = splitProgress(run, finalists > 0 ? [0.3, 0.1, 0.6] : [0.8, 0.2]);
    const { onProgress: _, ...quiet } = run;
    const [{ fitted, failures }, groups] = await Promise.all([
      settleCandidates(placed, seed, kept, part(0)),
      finalists > 0 ? weighGroups(matrix, seed, kept, quiet) : null,
    ]);
    const perRow = await keptSilhouettes(fitted, kept, part(1));
    const runs = fitted.map((one, i) => judgeRun(one.matrix, one.candidate, one.clustering, perRow[i]!));
    const weights = { seed, finalists, resamples, surrogates, upTo };
    const weighed = groups && (await weighFinalists(matrix, runs, groups, weights, kept, part(2)));
    await kept.prune();
    run.onProgress?.({ done: 1, total: 1, label: "done" });
    return { matrix, runs, failures, weighed, kDistances: { sorted, knee, eps: sorted[knee]!, minPoints } };
  } finally {
    release();
  }
}

async function settleCandidates(
  placed: readonly PlacedCandidate[],
  seed: number,
  kept: KeptResults,
  run: RunOptions,
): Promise<{ fitted: FittedCandidate[]; failures: FailedCandidate[] }> {
  const outcomes = await fitCandidates(placed, seed, kept, run);
  const failures: FailedCandidate[] = [];
  const fitted = placed.flatMap((one, i) => {
    const { value: clustering, error } = outcomes[i]!;
    if (clustering) return [{ ...one, clustering }];
    failures.push({ name: candidateName(one.candidate), candidate: one.candidate, reason: error!.message });
    return [];
  });
  return { fitted, failures };
}
