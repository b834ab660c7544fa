import type { ContingencyTable } from "./contingency-table.js";

/**
 * How much one labeling tells about the other.
 *
 * @returns the mutual information in nats, at least 0
 */
export function mutualInformation({ rows, sizesA, sizesB, cells }: ContingencyTable): number {
  let sum = 0;
  for (const { a, b, count } of cells) {
    sum += (count / rows) * (Math.log(count) + Math.log(rows) - Math.log(sizesA[a]!) - Math.log(sizesB[b]!));
  }
  return Math.max(0, sum);
}

/**
 * How evenly rows are spread over groups.
 *
 * @param sizes how many rows each group holds
 * @returns the entropy in nats, at least 0
 */
export function entropy(sizes: readonly number[]): number {
  if (sizes.length < 2) return 0;
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  return -sizes.reduce((sum, size) => sum + (size === 0 ? 0 : (size / rows) * Math.log(size / rows)), 0);
}
