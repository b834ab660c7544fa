import type { Sales } from "../open-sales.js";

/** Under `--redact` no group of fewer people is told apart (minimum frequency rule of statistical disclosure control). */
export const smallestGroup = 5;

/**
 * The groups that may be shown: all of them, or of redacted sales those of at least five people and those of nobody.
 *
 * @param sales as `openSales` gives them
 * @param groups anything with a number of `customers`: segments, clusters, cells, cohorts, products
 * @returns those groups, in their order
 * @example const segments = showableGroups(sales, nameSegments(profileSegments(customers, labels)));
 */
export function showableGroups<Group extends { readonly customers: number }>(
  { redaction }: Pick<Sales, "redaction">,
  groups: readonly Group[],
): Group[] {
  return groupsOfAtLeast(redaction && smallestGroup, groups);
}

/** Groups of at least so many people and those of nobody; all of them where there is no least. */
export function groupsOfAtLeast<Group extends { readonly customers: number }>(
  least: number | null,
  groups: readonly Group[],
): Group[] {
  return groups.filter(({ customers }) => least === null || customers === 0 || customers >= least);
}

/**
 * Says how many groups `showableGroups` leaves out; nothing where it leaves out none.
 *
 * @param sales as `openSales` gives them
 * @param groups all of them
 * @param what they are called, in the plural: "segments"
 * @returns a sentence, or null
 */
export function leftOutGroups(
  sales: Pick<Sales, "redaction">,
  groups: readonly { readonly customers: number }[],
  what: string,
): string | null {
  const leftOut = groups.length - showableGroups(sales, groups).length;
  if (leftOut === 0) return null;
  return `${leftOut} of ${groups.length} ${what} have fewer than ${smallestGroup} customers: a redacted page leaves them out, and shares in the chart are those of the rest.`;
}
