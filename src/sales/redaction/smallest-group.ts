import type { Sales } from "../open-sales.js";

/** Under `--redact` no group of fewer people is told apart (minimum frequency rule of statistical disclosure control). */
export const smallestGroup = 5;

/**
 * The groups that may be shown: all of them, or of redacted sales those of at least five people.
 *
 * @param sales as `openSales` gives them
 * @param groups anything with a number of `customers`: segments, clusters, cells, cohorts, products
 * @example const segments = showableGroups(sales, nameSegments(profileSegments(customers, labels)));
 */
export function showableGroups<Group extends { readonly customers: number }>(
  { redaction }: Pick<Sales, "redaction">,
  groups: readonly Group[],
): Group[] {
  return groups.filter(({ customers }) => redaction === null || customers >= smallestGroup);
}
