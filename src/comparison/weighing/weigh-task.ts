import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import type { Matrix } from "../../core/matrix.js";
import type { ThreadWork } from "../../core/threads/thread-work.js";
import type { Candidate } from "../candidates.js";
import { type FoundGroups, findSeparateGroups } from "../null/find-separate-groups.js";
import { groupStability } from "../null/group-stability.js";
import { rememberedSurrogate } from "../null/remembered-surrogate.js";
import { scoreCandidates } from "../null/score-candidates.js";
import { spikeColumns } from "../null/spike-columns.js";
import { agreementWithoutColumn } from "../reference/agreement-without-column.js";
import { centreRows } from "../reference/centre-rows.js";
import { type LikelyGroups, likelyGroups } from "../reference/likely-groups.js";
import { bootstrapRows } from "../stability/bootstrap-rows.js";
import { fitLabels } from "../stability/fit-labels.js";
import type { Refit } from "../stability/refit-agreement.js";
import { type Refittable, refitRows } from "../stability/refit-rows.js";

/** A piece of the weighing that any thread can do. */
export type WeighTask =
  /** A clustering refitted to some resamples, a seed each. */
  | {
      readonly kind: "refits";
      readonly matrix: Matrix;
      readonly clustering: Refittable;
      readonly seeds: readonly number[];
    }
  /** Candidates scored on the rows themselves, or on a surrogate. */
  | {
      readonly kind: "scores";
      readonly matrix: Matrix;
      readonly candidates: readonly Candidate[];
      readonly seed: number;
      readonly surrogate: number | null;
      readonly sample: number;
    }
  /** A candidate fitted with other seeds, held against its labels. */
  | {
      readonly kind: "seeds";
      readonly matrix: Matrix;
      readonly candidate: Candidate;
      readonly labels: Int32Array;
      readonly seeds: readonly number[];
    }
  /** What a partition becomes as a mixture. */
  | { readonly kind: "likely"; readonly matrix: Matrix; readonly labels: Int32Array }
  /** How far groups are still there without any one column. */
  | { readonly kind: "lasting"; readonly matrix: Matrix; readonly labels: Int32Array }
  /** The groups that stand apart. */
  | { readonly kind: "groups"; readonly matrix: Matrix; readonly seed: number };

/** The groups that stand apart, with what is asked of them. */
export interface WeighedGroups {
  readonly found: FoundGroups;
  readonly spikes: readonly string[];
  readonly stability: number;
}

/** What comes of a task. */
export type WeighResult =
  | { readonly kind: "refits"; readonly refits: readonly Refit[] }
  | { readonly kind: "scores"; readonly scores: Float64Array }
  | { readonly kind: "seeds"; readonly agreement: number }
  | { readonly kind: "likely"; readonly likely: LikelyGroups | null }
  | { readonly kind: "lasting"; readonly agreement: number }
  | { readonly kind: "groups"; readonly groups: WeighedGroups };

/** A piece of the weighing, as a thread does it. */
export const weighTask: ThreadWork<WeighTask, WeighResult> = {
  module: "comparison/weighing/weigh-task",
  name: "weighTask",
  label: "weighing",
  async run(task, { signal }) {
    const run = signal ? { signal } : {};
    const { matrix } = task;
    if (task.kind === "refits") {
      const refits: Refit[] = [];
      for (const seed of task.seeds) {
        const rows = bootstrapRows(matrix.rows, seed);
        refits.push({ rows, labels: await refitRows(matrix, task.clustering, rows, { ...run, seed }) });
      }
      return { kind: "refits", refits };
    }
    if (task.kind === "scores") {
      const { candidates, seed, surrogate, sample } = task;
      const judged = surrogate === null ? matrix : rememberedSurrogate(matrix, surrogate);
      const options = { criterion: "silhouette", seed, sample, ...run } as const;
      return { kind: "scores", scores: await scoreCandidates(judged, candidates, options) };
    }
    if (task.kind === "seeds") {
      let sum = 0;
      for (const seed of task.seeds) {
        const { labels } = await fitLabels(matrix, task.candidate, seed, run);
        sum += adjustedRandIndex(labels, task.labels);
      }
      return { kind: "seeds", agreement: sum / task.seeds.length };
    }
    if (task.kind === "likely") return { kind: "likely", likely: likelyGroups(matrix, task.labels) };
    if (task.kind === "lasting")
      return { kind: "lasting", agreement: agreementWithoutColumn(centreRows(matrix), task.labels) };
    const { seed } = task;
    const found = await findSeparateGroups(matrix, { seed, ...run });
    const isApart = found.groups > 1;
    return {
      kind: "groups",
      groups: {
        found,
        spikes: isApart ? await spikeColumns(matrix, found, { seed, ...run }) : [],
        stability: isApart ? await groupStability(matrix, found, { seed }) : Number.NaN,
      },
    };
  },
};
