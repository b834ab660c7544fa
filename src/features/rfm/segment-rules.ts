import { rfmSegmentNames } from "./segment-map.js";

/** Lowest and highest score, both inclusive. */
export type ScoreRange = readonly [from: number, to: number];

/** A rule: who has scores in all of its ranges belongs to the segment; a range left out holds for every score. */
export interface SegmentRule {
  readonly segment: string;
  readonly r?: ScoreRange;
  readonly f?: ScoreRange;
  readonly m?: ScoreRange;
}

/** A list of rules of which the first that holds decides. */
export interface SegmentRules {
  /** The segments in their order, best first. */
  readonly segments: readonly string[];
  readonly rules: readonly SegmentRule[];
  /** The segment of whom no rule takes; needed unless the rules take all 125 triples of scores. */
  readonly otherwise?: string;
}

/**
 * The rule list of published notebooks, kept for comparison. Whoever no rule takes is "Lost", and that is many a good
 * customer: R = 3, F = 5 and M = 5 meets no rule.
 */
export const publishedRules: SegmentRules = {
  segments: rfmSegmentNames,
  rules: [
    { segment: "Champions", r: [5, 5], f: [5, 5], m: [5, 5] },
    { segment: "Loyal Customers", r: [4, 5], f: [4, 5], m: [3, 5] },
    { segment: "Potential Loyalists", r: [3, 5], f: [1, 3], m: [1, 3] },
    { segment: "Recent Customers", r: [4, 5], f: [1, 1] },
    { segment: "Promising", r: [3, 5], f: [1, 1] },
    { segment: "Need Attention", r: [3, 3], f: [2, 3] },
    { segment: "About To Sleep", r: [2, 3], f: [2, 3] },
    { segment: "Can't Lose Them", r: [1, 2], f: [4, 5], m: [4, 5] },
    { segment: "At Risk", r: [1, 2], f: [2, 5], m: [2, 5] },
    { segment: "Hibernating", r: [1, 2], f: [1, 2], m: [1, 2] },
  ],
  otherwise: "Lost",
};
