import type { KeptResults } from "../../core/kept-results.js";
import type { Matrix } from "../../core/matrix.js";
import { type RunOptions, splitProgress } from "../../core/progress.js";
import { shareMatrix } from "../../core/threads/share-matrix.js";
import type { ComparedRun } from "../comparison.js";
import { settleKeptTasks } from "../kept-tasks.js";
import type { FoundGroups } from "../null/find-separate-groups.js";
import { matrixKey } from "../place-candidates.js";
import { likeliestByNumber } from "../reference/likeliest-by-number.js";
import { type ReferenceGroups, referenceGroups } from "../reference/reference-groups.js";
import { isUsable } from "./choose-finalists.js";
import { failed, keyedWeighing, otherKind } from "./keyed-weighing.js";
import { type WeighResult, weighTask } from "./weigh-task.js";

/**
 * Makes each partition that can be used a mixture, asks of the likeliest of each number how far they are there without any
 * one column, and picks what the rows are likely made of: one task a partition.
 */
export async function findReference(
  matrix: Matrix,
  runs: readonly ComparedRun[],
  found: FoundGroups,
  kept: KeptResults,
  run: RunOptions,
): Promise<ReferenceGroups | null> {
  const [rows, own] = [shareMatrix(matrix), matrixKey(matrix)];
  const part = splitProgress(run, [0.9, 0.1]);
  const ask = async (kind: "likely" | "lasting", partitions: Int32Array[], run: RunOptions): Promise<WeighResult[]> => {
    const tasks = partitions.map((labels) => keyedWeighing({ kind, matrix: rows, labels }, [kind, own, labels]));
    const outcomes = await settleKeptTasks(weighTask, tasks, kept, run);
    return outcomes.map(({ value, error }) => value ?? failed(error!));
  };
  const usable = runs.filter(isUsable).map(({ clustering: { labels } }) => labels);
  const likely = (await ask("likely", usable, part(0))).map((result) =>
    result.kind === "likely" ? result.likely : otherKind(),
  );
  const numbered = likeliestByNumber(likely);
  const lasting = await ask(
    "lasting",
    numbered.map(({ labels }) => labels),
    part(1),
  );
  const judged = lasting.map((result, i) => {
    return { ...numbered[i]!, agreement: result.kind === "lasting" ? result.agreement : otherKind() };
  });
  return referenceGroups(matrix, judged, found);
}
