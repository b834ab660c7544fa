import type { Clustering } from "../../clustering/clusterer.js";
import { copheneticCorrelation } from "../../clustering/hierarchical/cophenetic-correlation.js";
import { type Linkage, mergeTree } from "../../clustering/hierarchical/merge-tree.js";
import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import { largestShare } from "../../clustering/metrics/largest-share.js";
import { matchedShare } from "../../clustering/metrics/matched-share.js";
import { reshuffledShare } from "../../clustering/metrics/reshuffled-share.js";
import { silhouettes } from "../../clustering/metrics/silhouettes.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import type { Candidate } from "../candidates.js";
import { borderlineRows } from "../explanation/borderline-rows.js";
import { clusterTraits } from "../explanation/cluster-traits.js";
import { explainTree } from "../explanation/explain-tree.js";
import { bootstrapStability } from "../stability/bootstrap-stability.js";
import { fitLabels } from "../stability/fit-labels.js";

const nothing = Number.NaN;

/** Which figures are asked for. */
export type FigureSet =
  /** `weakest` and `agreement` of `bootstrapStability`; 10 resamples where left out. */
  | { readonly kind: "stability"; readonly candidate: Candidate; readonly resamples?: number }
  /**
   * `seeds`: mean adjusted Rand index with two other seeds; `told`: out of fold, share of the rows that a tree of three
   * questions tells right; `delta`: the largest effect size of a group, Cliff's δ without its sign, as a mean over the groups;
   * `largest`: share of the largest group; `onTheFence`, as `borderlineRows` has it; `nearerAnother`: share of the rows with
   * a silhouette below 0. All but `seeds` and `largest` are NaN where nothing is parted.
   */
  | { readonly kind: "borders"; readonly candidate: Candidate }
  /** `matched0`, `matched1`, …: share of the rows in matching groups of the candidate and of each other one. */
  | { readonly kind: "matching"; readonly candidate: Candidate; readonly others: readonly Candidate[] }
  /** `reshuffled`: the most over the steps from one candidate to the next, as `reshuffledShare` has it. */
  | { readonly kind: "steps"; readonly candidates: readonly Candidate[] }
  /** `groups`, and `grouped`: share of the rows that lie in them. */
  | { readonly kind: "density"; readonly candidate: Candidate }
  /** `cophenetic`: the correlation of heights in the tree with distances. */
  | { readonly kind: "tree"; readonly linkage: Linkage };

/** The names of a set's figures. */
export interface FigureNames {
  readonly stability: "weakest" | "agreement";
  readonly borders: "seeds" | "told" | "delta" | "largest" | "onTheFence" | "nearerAnother";
  readonly matching: `matched${number}`;
  readonly steps: "reshuffled";
  readonly density: "groups" | "grouped";
  readonly tree: "cophenetic";
}

/**
 * Measures figures that a page states about groups, on any rows.
 *
 * @param matrix rows × columns, real ones or a surrogate
 * @param set which figures
 * @param seed of the fits, the resamples and the folds
 * @returns the figures by name
 */
export async function groupFigures(
  matrix: Matrix,
  set: FigureSet,
  seed: number,
  run: Pick<RunOptions, "signal"> = {},
): Promise<Record<string, number>> {
  if (set.kind === "tree") {
    const tree = await mergeTree(matrix, { linkage: set.linkage, ...run });
    return { cophenetic: await copheneticCorrelation(tree, matrix, run) };
  }
  if (set.kind === "steps") {
    const labelings: Int32Array[] = [];
    for (const candidate of set.candidates) labelings.push((await fitLabels(matrix, candidate, seed, run)).labels);
    const shares = labelings.slice(1).map((labels, i) => reshuffledShare(labelings[i]!, labels));
    return { reshuffled: Math.max(0, ...shares) };
  }
  const fitted = await fitLabels(matrix, set.candidate, seed, run);
  if (set.kind === "stability") {
    const { resamples = 10 } = set;
    const { weakest, agreement } = await bootstrapStability(matrix, fitted, { resamples, seed, ...run });
    return { weakest, agreement };
  }
  if (set.kind === "density") return { groups: fitted.clusters, grouped: groupedShare(fitted) };
  if (set.kind === "matching") {
    const shares: Record<string, number> = {};
    for (const [i, other] of set.others.entries()) {
      const { labels } = await fitLabels(matrix, other, seed, run);
      shares[`matched${i}`] = matchedShare(fitted.labels, labels);
    }
    return shares;
  }
  return borderFigures(matrix, set.candidate, fitted, seed, run);
}

async function borderFigures(
  matrix: Matrix,
  candidate: Candidate,
  { labels }: Clustering,
  seed: number,
  run: Pick<RunOptions, "signal">,
): Promise<Record<FigureNames["borders"], number>> {
  let agreement = 0;
  for (const other of [seed + 1, seed + 2])
    agreement += adjustedRandIndex(labels, (await fitLabels(matrix, candidate, other, run)).labels) / 2;
  // an algorithm may find nothing in rows without groups
  if (new Set(labels).size < 2)
    return { seeds: agreement, largest: 1, told: nothing, delta: nothing, onTheFence: nothing, nearerAnother: nothing };
  const [values] = await silhouettes(matrix, [labels], run);
  const deltas = clusterTraits(matrix, labels, { count: 1 }).map(({ traits }) => Math.abs(traits[0]?.delta ?? 0));
  return {
    seeds: agreement,
    told: explainTree(matrix, labels, { seed }).accuracy,
    delta: deltas.reduce((sum, delta) => sum + delta, 0) / deltas.length,
    largest: largestShare(labels),
    onTheFence: borderlineRows(matrix, labels, { count: 0 }).onTheFence,
    nearerAnother: values!.filter((value) => value < 0).length / matrix.rows,
  };
}

function groupedShare({ labels }: Clustering): number {
  return labels.filter((label) => label >= 0).length / labels.length;
}
