import type { Clustering } from "../clustering/clusterer.js";
import { findClusterer } from "../clustering/find-clusterer.js";
import { clusteringFromTree } from "../clustering/hierarchical/clustering-from-tree.js";
import type { Linkage } from "../clustering/hierarchical/merge-tree.js";
import { normalizeOptions } from "../clustering/normalize-options.js";
import { returnClustering } from "../clustering/return-clustering.js";
import { SegmentLabError } from "../core/errors.js";
import { contentKey, type KeptResults } from "../core/kept-results.js";
import type { RunOptions } from "../core/progress.js";
import { shareMatrix } from "../core/threads/share-matrix.js";
import type { Outcome } from "../core/threads/thread-work.js";
import { type CandidateResult, type CandidateTask, candidateTask } from "./candidate-task.js";
import type { Candidate } from "./candidates.js";
import { type KeyedTask, settleKeptTasks } from "./kept-tasks.js";
import type { PlacedCandidate } from "./place-candidates.js";

/** Raise it when an algorithm's result comes out otherwise, so that older ones are not taken for new ones. */
const version = 2;

/**
 * Fits candidates on as many threads as there are processors; one merge tree serves every k of its linkage. What was
 * kept of an earlier run is taken from there, and each result is kept as it comes, so that a stopped run goes on where
 * it was.
 *
 * @returns one outcome a candidate, in their order: its clustering, or why there is none
 */
export async function fitCandidates(
  placed: readonly PlacedCandidate[],
  seed: number,
  kept: KeptResults,
  run: RunOptions,
): Promise<Outcome<Clustering>[]> {
  const wanted = placed.map((one) => tryTask(one, seed));
  const tasks = wanted.flatMap(({ value }) => (value ? [value] : []));
  const outcomes = await settleKeptTasks(candidateTask, tasks, kept, run);
  const results = new Map(tasks.map(({ key }, i) => [key, outcomes[i]!]));
  return placed.map((one, i) => {
    const { value, error } = wanted[i]!;
    return error ? { error } : clusteringOf(one, results.get(value!.key)!);
  });
}

/** What a candidate needs computed; its options are checked here, since a tree knows nothing of a wrong k. */
function tryTask({ candidate, matrix, matrixKey }: PlacedCandidate, seed: number): Outcome<KeyedTask<CandidateTask>> {
  try {
    const { algorithm, engine = "native", options } = candidate;
    const used = normalizeOptions(findClusterer(algorithm, engine), options, matrix.rows);
    const rows = shareMatrix(matrix);
    if (isCut(candidate)) {
      const key = contentKey(version, matrixKey, "tree", String(used.linkage));
      return { value: { key, input: { kind: "tree", linkage: used.linkage as Linkage, matrix: rows } } };
    }
    const key = contentKey(version, matrixKey, algorithm, engine, used, seed);
    return { value: { key, input: { kind: "fit", job: { algorithm, engine, options, seed, matrix: rows } } } };
  } catch (error) {
    if (error instanceof SegmentLabError) return { error };
    throw error;
  }
}

/** Whether a candidate is one of several cuts of a tree. */
function isCut({ algorithm, engine = "native" }: Candidate): boolean {
  return algorithm === "hierarchical" && engine === "native";
}

function clusteringOf(
  { candidate, matrix }: PlacedCandidate,
  { value, error }: Outcome<CandidateResult>,
): Outcome<Clustering> {
  if (error) return { error };
  if (value!.kind === "fit") return { value: returnClustering(value!.clustering, matrix) };
  const { tree, seconds } = value!;
  const used = normalizeOptions(findClusterer("hierarchical"), candidate.options, matrix.rows);
  // each k is told the time of the whole tree: what it would take alone
  const cut = { linkage: String(used.linkage), k: Number(used.k), seconds };
  return { value: clusteringFromTree(tree, matrix, cut) };
}
