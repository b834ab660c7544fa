import type { KeptResults } from "../../core/kept-results.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { shareMatrix } from "../../core/threads/share-matrix.js";
import type { ComparedRun } from "../comparison.js";
import { settleKeptTasks } from "../kept-tasks.js";
import type { FoundGroups } from "../null/find-separate-groups.js";
import { matrixKey } from "../place-candidates.js";
import { type ReferenceGroups, referenceGroups } from "../reference/reference-groups.js";
import { isUsable } from "./choose-finalists.js";
import { failed, keyedWeighing, otherKind } from "./keyed-weighing.js";
import { weighTask } from "./weigh-task.js";

/** Makes each partition that can be used a mixture, one task a partition, and picks what the rows are likely made of. */
export async function findReference(
  matrix: Matrix,
  runs: readonly ComparedRun[],
  found: FoundGroups,
  kept: KeptResults,
  run: RunOptions,
): Promise<ReferenceGroups | null> {
  const [rows, own] = [shareMatrix(matrix), matrixKey(matrix)];
  const tasks = runs.filter(isUsable).map(({ clustering: { labels } }) => {
    return keyedWeighing({ kind: "likely", matrix: rows, labels }, ["likely", own, labels]);
  });
  const outcomes = await settleKeptTasks(weighTask, tasks, kept, run);
  const likely = outcomes.map(({ value, error }) => {
    const result = value ?? failed(error!);
    return result.kind === "likely" ? result.likely : otherKind();
  });
  return referenceGroups(matrix, likely, found);
}
