import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import type { ReferenceGroups } from "./reference-groups.js";

/** Where nothing stands apart, groups that no candidate shares so far are one model's view, and do not decide. */
export const sharedView = 0.4;

/**
 * How far a clustering agrees with what the rows are likely made of: the adjusted Rand index with each of the plausible
 * groups, averaged by how plausible they are (Fritsch and Ickstadt 2009). What is near to all of them is safer than what is
 * one of them.
 *
 * @param labels one a row
 * @returns 1 for the same groups, about 0 for chance
 */
export function expectedAgreement(labels: Int32Array, { parts }: ReferenceGroups): number {
  return parts.reduce((sum, part) => sum + part.weight * adjustedRandIndex(labels, part.labels), 0);
}
