import type { KeptResults } from "../../core/kept-results.js";
import type { Matrix } from "../../core/matrix.js";
import { type RunOptions, splitProgress } from "../../core/progress.js";
import { shareMatrix } from "../../core/threads/share-matrix.js";
import { type Candidate, triedK } from "../candidates.js";
import type { ComparedRun } from "../comparison.js";
import { type KeyedTask, settleKeptTasks } from "../kept-tasks.js";
import type { FoundGroups } from "../null/find-separate-groups.js";
import { type AgainstNull, type NullComparison, summarizeNull } from "../null/null-comparison.js";
import { type StructureVerdict, structureVerdict } from "../null/structure-verdict.js";
import { matrixKey } from "../place-candidates.js";
import type { ReferenceGroups } from "../reference/reference-groups.js";
import { type BootstrapStability, summarizeRefits } from "../stability/bootstrap-stability.js";
import type { Refittable } from "../stability/refit-rows.js";
import { chooseFinalists, type PickedRun } from "./choose-finalists.js";
import { findReference } from "./find-reference.js";
import { failed, keyedWeighing, otherKind } from "./keyed-weighing.js";
import { seedAgreementOf, seedTasks } from "./seed-tasks.js";
import { type WeighedGroups, type WeighTask, weighTask } from "./weigh-task.js";

/** A run whose groups were asked whether they come back. */
export interface Finalist extends PickedRun {
  readonly stability: BootstrapStability;
  /** Mean adjusted Rand index of its labels with those that other seeds give; 1 where the algorithm draws nothing. */
  readonly seedAgreement: number;
  /** Its silhouette beside those that it reaches on rows without groups. */
  readonly separation: AgainstNull;
}

/** What speaks for and against believing a comparison's groups. */
export interface Weighing {
  readonly finalists: readonly Finalist[];
  /** Silhouettes of k-means for every k beside those of rows without groups, k chosen anew on each. */
  readonly null: NullComparison;
  /** The same of Gaussian mixtures; null where the comparison has none. */
  readonly mixtures: NullComparison | null;
  /** How many rows the silhouettes of the nulls are averaged over: all of them, or some drawn by the seed. */
  readonly judgedRows: number;
  readonly structure: StructureVerdict;
  /** What stands apart when slices without a valley between them are joined. */
  readonly groups: FoundGroups;
  /** What the rows are most likely made of, which candidates are held against; null where nothing can be said. */
  readonly reference: ReferenceGroups | null;
}

/** How much is asked. */
export interface WeighOptions {
  readonly seed: number;
  readonly finalists: number;
  readonly resamples: number;
  readonly surrogates: number;
  /** Which share of the tasks to do, 0 … 1. */
  readonly upTo: number;
}

/** Resamples of one task: a few, since each thread is handed the clustering anew. */
const refitsOfTask = 5;

/** Rows whose silhouettes are averaged on surrogates and, beside them, on the rows themselves. */
const sample = 2000;

/**
 * Asks of the best runs whether their groups come back in resamples, of k-means, mixtures and each of them whether they do better than
 * on rows without groups, and of the rows whether anything stands apart. All of it is one list of independent tasks.
 *
 * @param matrix the rows that structure is asked of
 * @param runs the comparison's runs
 * @param groups what stands apart, by `weighGroups`
 * @returns null where only a share of it was to be done; what was is kept
 */
export async function weighFinalists(
  matrix: Matrix,
  runs: readonly ComparedRun[],
  groups: WeighedGroups,
  options: WeighOptions,
  kept: KeptResults,
  run: RunOptions,
): Promise<Weighing | null> {
  const { seed, resamples, surrogates, upTo } = options;
  const part = splitProgress(run, [0.2, 0.8]);
  const rows = shareMatrix(matrix);
  const own = matrixKey(matrix);
  const reference = await findReference(matrix, runs, groups.found, kept, part(0));
  const picked = chooseFinalists(runs, options.finalists, reference, groups.found.groups > 1);
  const ks = triedK.filter((k) => k < matrix.rows);
  const means: Candidate[] = ks.map((k) => ({ algorithm: "kmeans", options: { k, starts: 1 } }));

  const refits = picked.map(({ run: { matrix: fitted, clustering } }) =>
    refitTasks(fitted, clustering, resamples, seed),
  );
  const mixtures: Candidate[] = runs.some(({ candidate }) => candidate.algorithm === "gaussian-mixture")
    ? ks.map((k) => ({ algorithm: "gaussian-mixture", options: { k } }))
    : [];
  const swept = [...means, ...mixtures];
  const seeds = picked.map(({ run: { matrix: fitted, candidate, clustering } }) =>
    seedTasks(fitted, candidate, clustering.labels, seed),
  );
  const others = picked.flatMap(({ run: { candidate } }) => (sweptTwin(candidate, swept) ? [] : [candidate]));
  const candidates = [...swept, ...others];
  const scores = [null, ...Array.from({ length: surrogates }, (_, b) => seed + b)].map((surrogate) => {
    const facts = { candidates, seed, surrogate, sample };
    return keyedWeighing({ kind: "scores", matrix: rows, ...facts }, ["scores", own, facts]);
  });
  // the longest first, so that no thread is left with one at the end
  const tasks = [scores, ...refits, ...seeds].flatMap((some) => some.slice(0, Math.ceil(upTo * some.length)));
  const outcomes = await settleKeptTasks(weighTask, tasks, kept, part(1));
  if (upTo < 1) return null;
  const rest = outcomes.map(({ value, error }) => value ?? failed(error!));
  const scored = rest
    .splice(0, scores.length)
    .map((result) => (result.kind === "scores" ? result.scores : otherKind()));
  const nullOf = (some: readonly Candidate[]): NullComparison => {
    const from = candidates.indexOf(some[0]!);
    const part = (values: Float64Array) => values.subarray(from, from + some.length);
    return summarizeNull("silhouette", some, part(scored[0]!), scored.slice(1).map(part));
  };
  const separationOf = ({ candidate }: ComparedRun): AgainstNull => {
    return nullOf([sweptTwin(candidate, swept) ?? candidate]).each[0]!;
  };
  const finalists = picked.map((pick, i) => {
    const refitted = rest
      .splice(0, refits[i]!.length)
      .flatMap((result) => (result.kind === "refits" ? result.refits : otherKind()));
    const stability = summarizeRefits(pick.run.clustering, refitted);
    return { ...pick, stability, separation: separationOf(pick.run) };
  });
  const agreements = seeds.map((tasks) => seedAgreementOf(rest.splice(0, tasks.length)));
  const judgedRows = Math.min(sample, matrix.rows);
  return {
    finalists: finalists.map((finalist, i) => ({ ...finalist, seedAgreement: agreements[i]! })),
    null: nullOf(means),
    mixtures: mixtures.length > 0 ? nullOf(mixtures) : null,
    judgedRows,
    groups: groups.found,
    reference,
    structure: structureVerdict({ rows: matrix.rows, ...groups, null: nullOf(means) }),
  };
}

/** The same algorithm and k among those that the null has anyway, started once; nothing where more is set. */
function sweptTwin({ algorithm, engine = "native", options }: Candidate, swept: readonly Candidate[]) {
  const isPlain = Object.keys(options).every((name) => name === "k" || name === "starts");
  if (engine !== "native" || !isPlain) return undefined;
  return swept.find((one) => one.algorithm === algorithm && one.options.k === options.k);
}

/** Looks for groups that stand apart, on a thread of its own: it needs no candidate. */
export async function weighGroups(
  matrix: Matrix,
  seed: number,
  kept: KeptResults,
  run: RunOptions,
): Promise<WeighedGroups> {
  const task = keyedWeighing({ kind: "groups", matrix: shareMatrix(matrix), seed }, [
    "groups",
    matrixKey(matrix),
    seed,
  ]);
  const [outcome] = await settleKeptTasks(weighTask, [task], kept, run);
  const result = outcome!.value ?? failed(outcome!.error!);
  return result.kind === "groups" ? result.groups : otherKind();
}

function refitTasks(matrix: Matrix, clustering: ComparedRun["clustering"], resamples: number, seed: number) {
  const rows = shareMatrix(matrix);
  const refittable = lighten(clustering);
  const { algorithm, engine, options, labels } = refittable;
  const tasks: KeyedTask<WeighTask>[] = [];
  for (let from = 0; from < resamples; from += refitsOfTask) {
    const count = Math.min(refitsOfTask, resamples - from);
    const seeds = Array.from({ length: count }, (_, b) => seed + from + b);
    tasks.push(
      keyedWeighing({ kind: "refits", matrix: rows, clustering: refittable, seeds }, [
        "refits",
        matrixKey(matrix),
        { algorithm, engine, options, seeds },
        labels,
      ]),
    );
  }
  return tasks;
}

/** A clustering without what no refit looks at: trees and fitted rows are large. */
function lighten({ algorithm, engine, options, labels, clusters, model }: ComparedRun["clustering"]): Refittable {
  const isWarm = model.kind === "centres" || model.kind === "mixture";
  return { algorithm, engine, options, labels, clusters, model: isWarm ? model : { kind: "labels" } };
}
