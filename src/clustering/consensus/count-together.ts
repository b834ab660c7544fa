import { labelGroups } from "./label-groups.js";

/**
 * Counts for each pair of rows how many labelings put them into the same cluster.
 *
 * @param labelings one label a row each; negative is noise, together with nobody
 * @param weights one a row: a pair counts as the product of its rows' weights
 * @param breathe called after each row with the number of rows done
 * @returns rows · (rows − 1) / 2 counts in SciPy's condensed order: (0, 1), (0, 2) … (1, 2) …
 */
export async function countTogether(
  labelings: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<Float64Array> {
  const rows = weights.length;
  const counts: Float64Array = new Float64Array((rows * (rows - 1)) / 2);
  const groups = labelings.map(labelGroups);
  for (let i = 0; i < rows; i++) {
    const own = weights[i]!;
    const to = i * rows - (i * (i + 1)) / 2 - i - 1;
    // hot: the rest of the row's own groups, ascending
    for (const { members, next, end } of groups) {
      const last = end[i]!;
      for (let at = next[i]!; at < last; at++) counts[to + members[at]!]! += own * weights[members[at]!]!;
    }
    const pause = breathe(i + 1);
    if (pause) await pause;
  }
  return counts;
}
