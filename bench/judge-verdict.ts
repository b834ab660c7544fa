import { adjustedRandIndex } from "../src/clustering/metrics/adjusted-rand-index.js";
import type { Candidate } from "../src/comparison/candidates.js";
import { chooseK } from "../src/comparison/choosing/choose-k.js";
import { compareClusterings } from "../src/comparison/compare-clusterings.js";
import type { ComparedRun } from "../src/comparison/comparison.js";
import { verdict } from "../src/comparison/verdict/verdict.js";
import { createRandom } from "../src/core/random.js";
import type { Difficulty, PlantedGroups } from "./planted-groups.js";

const ks = [2, 3, 4, 5, 6, 7, 8];

/** The reduced list: 21 candidates. */
export const benchCandidates: readonly Candidate[] = [
  ...ks.map((k) => ({ algorithm: "kmeans", options: { k, starts: 5 } })),
  ...ks.map((k) => ({ algorithm: "hierarchical", options: { linkage: "ward", k } })),
  ...ks.map((k) => ({ algorithm: "gaussian-mixture", options: { k } })),
];

/** How much of a comparison of one's own is asked in the bench. */
export const benchComparison = { cache: false, finalists: 5, resamples: 10, surrogates: 5 } as const;

/** The rules that the verdict is held against. */
export const rivals = [
  "k-means, k = 5",
  "best silhouette",
  "the criteria's vote",
  "the mixture's BIC",
  "any candidate",
] as const;

/** Rules that know what nobody knows, to show what can be had. */
export const oracles = ["true k, best silhouette", "best finalist"] as const;

export type Picker = "verdict" | (typeof rivals)[number] | (typeof oracles)[number];

/** What each rule picked of the candidates on one set of planted groups. */
export interface JudgedSet {
  readonly difficulty: Difficulty;
  /** The adjusted Rand index with the truth of the best candidate, and of each rule's pick. */
  readonly best: number;
  readonly picks: Readonly<Record<Picker, number>>;
  /** What the verdict said of the structure. */
  readonly answer: string;
}

/** Runs the comparison and each rule on planted groups. */
export async function judgeVerdict({ matrix, truth, difficulty }: PlantedGroups, seed: number): Promise<JudgedSet> {
  const comparison = await compareClusterings(matrix, benchCandidates, { ...benchComparison, seed });
  const { runs, weighed } = comparison;
  const index = (run: ComparedRun) => adjustedRandIndex(truth, run.clustering.labels);
  const indices = runs.map(index);
  const bestBy = (some: readonly ComparedRun[], worth: (run: ComparedRun) => number) =>
    index(some.reduce((best, run) => (worth(run) > worth(best) ? run : best)));
  const ofAlgorithm = (name: string) => runs.filter(({ candidate }) => candidate.algorithm === name);
  const means = ofAlgorithm("kmeans");
  const meansOf = (k: number | null) => index(means.find(({ clustering }) => clustering.clusters === k) ?? means[0]!);
  const told = verdict(comparison, { seed });
  const groups = new Set(truth).size;
  const ofTrueK = runs.filter(({ clustering }) => clustering.clusters === groups);
  return {
    difficulty,
    best: Math.max(...indices),
    answer: told.structure.answer,
    picks: {
      verdict: index(told.chosen),
      "k-means, k = 5": meansOf(5),
      "best silhouette": bestBy(runs, ({ silhouette }) => silhouette),
      "the criteria's vote": meansOf(votedK(means)),
      "the mixture's BIC": bestBy(ofAlgorithm("gaussian-mixture"), negativeBic),
      "any candidate": indices[createRandom(seed).integer(indices.length)]!,
      "true k, best silhouette": bestBy(ofTrueK.length > 0 ? ofTrueK : runs, ({ silhouette }) => silhouette),
      "best finalist": Math.max(...weighed!.finalists.map(({ run }) => index(run))),
    },
  };
}

function votedK(means: readonly ComparedRun[]): number | null {
  const evidence = means.map(({ clustering, silhouette, daviesBouldin, calinskiHarabasz }) => ({
    k: clustering.clusters,
    silhouette,
    daviesBouldin,
    calinskiHarabasz,
  }));
  return chooseK(evidence).k;
}

function negativeBic({ clustering: { model } }: ComparedRun): number {
  return model.kind === "mixture" ? -model.bic : Number.NEGATIVE_INFINITY;
}
