/** Customers in one RFM segment and one cluster's segment. */
export interface LensCell {
  readonly rfmSegment: string;
  /** Name of the cluster's segment; null for customers in no group. */
  readonly segment: string | null;
  readonly customers: number;
  readonly revenue: number;
}

/** A column in which the groups of one lens differ inside one group of the other. */
export interface LensDifference {
  /** The lens that tells them apart. */
  readonly seenBy: "clusters" | "rfm";
  /** The group of the other lens, inside which they differ. */
  readonly inside: string;
  readonly customers: number;
  readonly column: string;
  /** Share of the column's rank variance inside the group that the other lens explains (η²), 0 to 1. */
  readonly effect: number;
  /** The two groups that lie furthest apart, of those with enough customers, and their medians in the column's unit. */
  readonly low: { readonly group: string; readonly median: number };
  readonly high: { readonly group: string; readonly median: number };
  /** The difference in a sentence. */
  readonly text: string;
}

/** RFM segments and clusters held against each other. */
export interface LensComparison {
  /** Only cells with customers; RFM segments in their order, then segments by name. */
  readonly cells: readonly LensCell[];
  /** Mutual information over the mean entropy, 0 (nothing in common) to 1 (the same groups). */
  readonly sharedInformation: number;
  /** What each lens sees that the other misses, the largest effect first. */
  readonly differences: readonly LensDifference[];
  /** What it comes to, in sentences. */
  readonly sentences: readonly string[];
}
