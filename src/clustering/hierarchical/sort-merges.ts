import type { MergeTree } from "../clusterer.js";
import { numberMerges, type RowMerges } from "./number-merges.js";

export type { RowMerges } from "./number-merges.js";

/**
 * Brings merges into the order of their heights and numbers the clusters they make, as SciPy's linkage matrix
 * does.
 *
 * @param rows the number of rows
 * @param merges rows − 1 merges, each named by one row of either side
 * @returns the merge tree
 */
export function sortMerges(rows: number, { a, b, height }: RowMerges): MergeTree {
  const order = Int32Array.from(height.keys()).sort((p, q) => height[p]! - height[q]! || p - q);
  return numberMerges(rows, {
    a: order.map((m) => a[m]!),
    b: order.map((m) => b[m]!),
    height: Float64Array.from(order, (m) => height[m]!),
  });
}
