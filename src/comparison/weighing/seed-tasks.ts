import { findClusterer } from "../../clustering/find-clusterer.js";
import type { Matrix } from "../../core/matrix.js";
import { shareMatrix } from "../../core/threads/share-matrix.js";
import type { Candidate } from "../candidates.js";
import type { KeyedTask } from "../kept-tasks.js";
import { matrixKey } from "../place-candidates.js";
import { keyedWeighing, otherKind } from "./keyed-weighing.js";
import type { WeighResult, WeighTask } from "./weigh-task.js";

/** How many other seeds a finalist is fitted with. */
const otherSeeds = 5;

/**
 * The task that fits a candidate with other seeds; none where the algorithm draws nothing.
 *
 * @param labels what the candidate gave with its own seed
 */
export function seedTasks(
  matrix: Matrix,
  candidate: Candidate,
  labels: Int32Array,
  seed: number,
): KeyedTask<WeighTask>[] {
  const isSeeded = findClusterer(candidate.algorithm, candidate.engine).options.some(({ name }) => name === "starts");
  if (!isSeeded) return [];
  const facts = { candidate, seeds: Array.from({ length: otherSeeds }, (_, i) => seed + 1 + i) };
  const task: WeighTask = { kind: "seeds", matrix: shareMatrix(matrix), labels, ...facts };
  return [keyedWeighing(task, ["seeds", matrixKey(matrix), facts, labels])];
}

/** Mean adjusted Rand index with what the other seeds gave; 1 where nothing is drawn. */
export function seedAgreementOf([result]: readonly WeighResult[]): number {
  if (!result) return 1;
  return result.kind === "seeds" ? result.agreement : otherKind();
}
