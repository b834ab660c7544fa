import type { Matrix } from "../../core/matrix.js";
import { leastGroupShare } from "../least-group-share.js";
import { centreRows } from "./centre-rows.js";
import { type SharedShape, sharedMixture } from "./shared-mixture.js";

/** The groups of a mixture, and how likely they make the rows. */
export interface LikelyGroups {
  readonly shape: SharedShape;
  /** One a row. */
  readonly labels: Int32Array;
  /** Integrated completed likelihood (Biernacki, Celeux and Govaert 2000) as a deviance: smaller is better. */
  readonly icl: number;
}

const shapes: readonly SharedShape[] = ["full", "diagonal"];

/**
 * Makes a partition a mixture of normal groups with one covariance, with correlations and without, and keeps the likelier
 * one. Whatever made the partition, its number of groups and shape are then judged by one scale.
 *
 * The criterion is BIC with the entropy of the memberships twice added (Biernacki, Celeux and Govaert 2000; in this form McLachlan
 * and Peel 2000, 6.10.3): groups that overlap so far that nobody can be told apart do not count.
 *
 * @param matrix the rows
 * @param labels the partition, one label a row
 * @returns the groups, or null where one of them would be under 1 % of the rows or the rows do not vary
 * @example const { icl } = likelyGroups(matrix, clustering.labels)!;
 */
export function likelyGroups(matrix: Matrix, labels: Int32Array): LikelyGroups | null {
  const centred = centreRows(matrix);
  let best: LikelyGroups | null = null;
  for (const shape of shapes) {
    const mixture = sharedMixture(centred, labels, shape);
    if (!mixture || leastShare(mixture.labels, mixture.components) < leastGroupShare) continue;
    const icl = mixture.bic + 2 * mixture.entropy;
    if (!best || icl < best.icl) best = { shape, labels: mixture.labels, icl };
  }
  return best;
}

/** The same criterion for all rows as one group; smaller than any other where a partition only slices it. */
export function oneGroupIcl(matrix: Matrix): number {
  const centred = centreRows(matrix);
  const one = new Int32Array(matrix.rows);
  return Math.min(...shapes.map((shape) => sharedMixture(centred, one, shape)?.bic ?? Number.NEGATIVE_INFINITY));
}

/** The share of the rows in the least group that has any; 0 where there is one group only. */
function leastShare(labels: Int32Array, components: number): number {
  const sizes = new Int32Array(components);
  for (const label of labels) sizes[label]!++;
  const used = sizes.filter((size) => size > 0);
  return used.length < 2 ? 0 : Math.min(...used) / labels.length;
}
