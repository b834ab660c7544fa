import { contingencyTable } from "./contingency-table.js";

/**
 * The share of the rows that do not come from where most of their new group comes from; 0 where groups were only split.
 *
 * @param before one label a row
 * @param after one label a row, in any numbering
 * @returns 0 … 1
 * @throws SegmentLabError `bad-value` when the lengths differ
 */
export function reshuffledShare(before: ArrayLike<number>, after: ArrayLike<number>): number {
  const { rows, labelsB, cells } = contingencyTable(before, after);
  const kept = labelsB.map((_, place) => Math.max(...cells.filter(({ b }) => b === place).map(({ count }) => count)));
  return 1 - kept.reduce((sum, count) => sum + count, 0) / rows;
}
