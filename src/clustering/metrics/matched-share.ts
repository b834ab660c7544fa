import { matchedContingency } from "./matched-contingency.js";

/**
 * The share of the rows in groups that match one another (Hungarian method); who is noise in either matches nothing.
 *
 * @param a one label a row
 * @param b one label a row, in any numbering
 * @returns 0 … 1
 * @throws SegmentLabError `bad-value` when the lengths differ
 */
export function matchedShare(a: Int32Array, b: Int32Array): number {
  const inBoth = (_: number, i: number): boolean => a[i]! >= 0 && b[i]! >= 0;
  if (a.length === b.length && !a.some((label, i) => inBoth(label, i))) return 0;
  return a.length === b.length
    ? matchedContingency(a.filter(inBoth), b.filter(inBoth)).matched / a.length
    : matchedContingency(a, b).share;
}
