import type { Clustering } from "../clusterer.js";

/** What the fit was made on. */
export type SampleKind = "sample" | "micro-clusters";

/** How an approximate clustering came about. */
export interface SampleFacts {
  readonly by: SampleKind;
  /** How many rows, or micro-clusters, were fitted. */
  readonly fitted: number;
  /** `sample`: the share of the fitted rows which the rule that labels all rows gives the label of the fit. */
  readonly ownLabels?: number;
  /** `micro-clusters`: the share of the variance that lies between them, which is all that the fit can see. */
  readonly varianceKept?: number;
  /** The adjusted Rand index with the full fit, where it was asked for and possible. */
  readonly agreement?: number;
}

/** A clustering of all rows whose model was fitted on some of them, or on what they sum up to. */
export interface SampledClustering extends Clustering {
  readonly sample: SampleFacts;
}
