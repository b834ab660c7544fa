/** A skewed amount, counted in bins that double, or part of that. */
export interface Distribution {
  readonly bins: readonly DistributionBin[];
  readonly count: number;
  readonly median: number;
  readonly mean: number;
  /** A tenth lies below, a tenth above. */
  readonly low: number;
  readonly high: number;
  readonly greatest: number;
}

/** How many lie in [from, to), and what they add up to. */
export interface DistributionBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly sum: number;
}
