import { contingencyTable } from "./contingency-table.js";
import { expectedMutualInformation } from "./expected-mutual-information.js";
import { entropy, mutualInformation } from "./mutual-information.js";

/**
 * Measures how much two clusterings of the same rows tell about each other, corrected for chance (Vinh, Epps & Bailey
 * 2010; normalised by the mean entropy, as scikit-learn does). Noise counts as one cluster of its own. Prefer it to
 * `adjustedRandIndex` where clusters are of very different size.
 *
 * @param a one label a row
 * @param b one label a row, in any numbering
 * @returns 1 for the same partition, about 0 for chance
 * @throws SegmentLabError `bad-value` when the lengths differ
 */
export function adjustedMutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const table = contingencyTable(a, b);
  const { rows, sizesA, sizesB } = table;
  // both put all rows together, or all apart
  const trivial = (groups: number) => groups < 2 || groups === rows;
  if (sizesA.length === sizesB.length && trivial(sizesA.length)) return 1;
  const expected = expectedMutualInformation(sizesA, sizesB, rows);
  const most = (entropy(sizesA) + entropy(sizesB)) / 2;
  const span = most - expected;
  const safe = span < 0 ? Math.min(span, -Number.EPSILON) : Math.max(span, Number.EPSILON);
  return (mutualInformation(table) - expected) / safe;
}
