import type { Matrix } from "../../core/matrix.js";
import { clusterSizes } from "../comparison-table.js";
import { explainTree } from "../explanation/explain-tree.js";
import type { FutureUsefulness } from "../explanation/future-usefulness.js";
import type { Finalist } from "../weighing/weigh-finalists.js";
import type { ScoredCandidate } from "./scored-candidate.js";

/** What a finalist can be scored by beside its own comparison. */
export interface ScoringFacts {
  /** Columns that a reader knows, in original units; those of the matrix where left out. */
  readonly features?: Matrix;
  readonly usefulness?: readonly FutureUsefulness[];
  readonly seed: number;
}

/** With fewer surrogates the least share possible, 1 / (surrogates + 1), is above one in twenty. */
const fewestForChance = 19;

/** The numbers that a scorecard judges a finalist by. */
export function scoreFinalist(finalist: Finalist, { features, usefulness, seed }: ScoringFacts): ScoredCandidate {
  const { run, stability, seedAgreement, separation } = finalist;
  const { labels, clusters } = run.clustering;
  const sizes = clusterSizes(labels, clusters);
  const future = usefulness?.find(({ candidate }) => JSON.stringify(candidate) === JSON.stringify(run.candidate));
  const orders = future?.outcomes?.[0];
  return {
    name: run.name,
    sizes,
    noise: labels.length - sizes.reduce((sum, size) => sum + size, 0),
    separation: {
      value: separation.real,
      nullMean: separation.expected,
      nullDeviation: separation.deviation,
      ...(separation.surrogates.length >= fewestForChance && { pValue: separation.p }),
    },
    stability: stability.clusters.map(({ jaccard }) => jaccard),
    seedAgreement,
    explainability: explainTree(features ?? run.matrix, labels, { seed }).meanRecall,
    ...(orders && {
      usefulness: {
        label: orders.label.deviance.value,
        segment: orders.segment.deviance.value,
        low: orders.difference.deviance.low,
        high: orders.difference.deviance.high,
      },
    }),
    indices: {
      silhouette: { value: run.silhouette, better: "larger" },
      "Davies–Bouldin": { value: run.daviesBouldin, better: "smaller" },
      "Calinski–Harabasz": { value: run.calinskiHarabasz, better: "larger" },
    },
  };
}
