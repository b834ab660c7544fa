import type { Clustering, MergeTree } from "../clustering/clusterer.js";
import { type FitJob, fitJob } from "../clustering/fit-job.js";
import { type Linkage, mergeTree } from "../clustering/hierarchical/merge-tree.js";
import type { Matrix } from "../core/matrix.js";
import type { ThreadWork } from "../core/threads/thread-work.js";

/** What candidates need computed: a fit, or a merge tree that serves every k. */
export type CandidateTask =
  | { readonly kind: "fit"; readonly job: FitJob }
  | { readonly kind: "tree"; readonly linkage: Linkage; readonly matrix: Matrix };

/** What comes of a task. */
export type CandidateResult =
  | { readonly kind: "fit"; readonly clustering: Clustering }
  | { readonly kind: "tree"; readonly tree: MergeTree; readonly seconds: number };

/** One fit or one tree, as a thread does it. */
export const candidateTask: ThreadWork<CandidateTask, CandidateResult> = {
  module: "comparison/candidate-task",
  name: "candidateTask",
  label: "candidates",
  async run(task, run) {
    if (task.kind === "fit") return { kind: "fit", clustering: await fitJob.run(task.job, run) };
    const began = performance.now();
    const tree = await mergeTree(task.matrix, { linkage: task.linkage, ...run });
    return { kind: "tree", tree, seconds: (performance.now() - began) / 1000 };
  },
};
