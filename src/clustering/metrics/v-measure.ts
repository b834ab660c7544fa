import { contingencyTable } from "./contingency-table.js";
import { entropy, mutualInformation } from "./mutual-information.js";

/** How well a clustering keeps known classes, from both sides; each 0 … 1. */
export interface VMeasure {
  /** 1 where each cluster holds rows of one class only. */
  readonly homogeneity: number;
  /** 1 where all rows of a class lie in one cluster. */
  readonly completeness: number;
  /** The harmonic mean of both. */
  readonly vMeasure: number;
}

/**
 * Compares a clustering with known classes (Rosenberg & Hirschberg 2007). Not corrected for chance: many small
 * clusters score well. Noise counts as one cluster of its own.
 *
 * @param classes one class a row
 * @param labels one cluster a row
 * @returns homogeneity, completeness and their harmonic mean
 * @throws SegmentLabError `bad-value` when the lengths differ
 */
export function vMeasure(classes: ArrayLike<number>, labels: ArrayLike<number>): VMeasure {
  const table = contingencyTable(classes, labels);
  const shared = mutualInformation(table);
  const shareOf = (whole: number) => (whole === 0 ? 1 : shared / whole);
  const homogeneity = shareOf(entropy(table.sizesA));
  const completeness = shareOf(entropy(table.sizesB));
  const sum = homogeneity + completeness;
  return { homogeneity, completeness, vMeasure: sum === 0 ? 0 : (2 * homogeneity * completeness) / sum };
}
