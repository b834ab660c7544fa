/** The models of purchases that there are, by the names of their papers. */
export type PurchaseModelName = "BG/NBD" | "MBG/NBD" | "MBG/CNBD-k";

/**
 * A model of when customers buy and when they leave. Times between purchases are Erlang-k: k = 1 is chance alone, more
 * is regular. A customer may leave after each purchase; with `leavesAtFirst` after the first one too.
 */
export interface PurchaseModel {
  readonly name: PurchaseModelName;
  readonly k: number;
  readonly leavesAtFirst: boolean;
}

/** What describes all customers: rates are Gamma(`r`, `alpha` in days), chances of leaving Beta(`a`, `b`). */
export interface PurchaseParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** What the models of purchases need to know of customers, a column each. */
export interface PurchaseHistory {
  /** Days with a purchase after the first one. */
  readonly frequency: Float64Array;
  /** Days from the first purchase to the last. */
  readonly recencyDays: Float64Array;
  /** Days from the first purchase to the cut-off, in which they could have come back. */
  readonly ageDays: Float64Array;
  /** Sum of the logarithms of the days between purchases, by which models of different k are compared. */
  readonly logGaps: Float64Array;
}
