import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import type { Matrix } from "../../core/matrix.js";
import { handyGroups } from "../handy-groups.js";
import type { FoundGroups } from "../null/find-separate-groups.js";
import { centreRows } from "./centre-rows.js";
import type { NumberedGroups } from "./likeliest-by-number.js";
import { oneGroupIcl } from "./likely-groups.js";
import { sharedMixture } from "./shared-mixture.js";

/** Groups that the rows may be made of. */
export interface PlausibleGroups {
  /** One a row: 0, 1, … by descending size; −1 where valleys leave noise. */
  readonly labels: Int32Array;
  readonly groups: number;
  /** How plausible they are beside the others, in sum 1. */
  readonly weight: number;
}

/** What the rows are likely made of: what candidates are held against. */
export interface ReferenceGroups {
  /** `mixture`: mixtures of normal groups; `valleys`: what stands apart, where its shape is another. */
  readonly from: "mixture" | "valleys";
  /** The most plausible first, one a number of groups. */
  readonly parts: readonly PlausibleGroups[];
  /** Whether the most plausible are few enough for a plan and fewer than were tried: a continuum is likelier the finer it is cut. */
  readonly isBounded: boolean;
}

/** Groups that a linear discriminant tells from one another so well are of a shape that a mixture describes. */
const wellTold = 0.7;

/**
 * How many rows a likelihood counts for, however many there are. No shop's groups are quite normal, and thousands of rows
 * would make any difference in fit a certainty (the coarsened posterior of Miller and Dunson 2019).
 */
const coarsened = 20;

/** How much groups that hang on one column lose: their weight times their agreement without it, to this power. */
const columnPower = 3;

/** The likeliest groups of their number, and how far they are still there without any one column. */
export interface JudgedGroups extends NumberedGroups {
  /** As `agreementWithoutColumn` gives it. */
  readonly agreement: number;
}

/**
 * Gathers the groups that candidates are held against: the likeliest mixture for each number of groups, weighted by how
 * likely it is and how far it is still there without any one column; where groups stand apart that no linear discriminant
 * (Fisher 1936) tells from one another, such as moons and rings, these alone.
 *
 * @param matrix the rows
 * @param numbered the likeliest mixtures that candidates become, one a number of groups
 * @param found the groups that stand apart
 * @returns the groups, or null where none stand apart and one group is likeliest
 */
export function referenceGroups(
  matrix: Matrix,
  numbered: readonly JudgedGroups[],
  found: FoundGroups,
): ReferenceGroups | null {
  const isApart = found.groups > 1;
  const part = { labels: found.labels, groups: found.groups, weight: 1 };
  const valleys: ReferenceGroups | null = isApart ? { from: "valleys", parts: [part], isBounded: true } : null;
  if (isApart) {
    const told = sharedMixture(centreRows(matrix), found.labels, "full", { iterations: 1 });
    if (!told || adjustedRandIndex(told.labels, found.labels) < wellTold) return valleys;
  }
  const least = Math.min(...numbered.map(({ icl }) => icl));
  if (numbered.length === 0 || (!isApart && oneGroupIcl(matrix) <= least)) return valleys;
  const weighed = numbered
    .map(({ labels, groups, icl, agreement }) => {
      const likelihood = Math.exp((-(icl - least) / 2) * (coarsened / matrix.rows));
      return { labels, groups, weight: likelihood * Math.max(0, agreement) ** columnPower };
    })
    .sort((a, b) => b.weight - a.weight);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return valleys;
  const { groups } = weighed[0]!;
  return {
    from: "mixture",
    parts: weighed.map((one) => ({ ...one, weight: one.weight / total })),
    isBounded: groups <= handyGroups.most && weighed.some((other) => other.groups > groups),
  };
}
