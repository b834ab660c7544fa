import type { MergeTree } from "../clustering/clusterer.js";
import { type ClusterDistances, followChain } from "../clustering/hierarchical/follow-chain.js";
import { sortMerges } from "../clustering/hierarchical/sort-merges.js";

/**
 * Groups columns that say the same: average linkage of 1 − |r|, so that opposites count as the same.
 *
 * @param correlations as `correlations(matrix)` gives them
 * @returns a merge tree of the columns, for `correlationHeatmap`; null for fewer than two columns
 * @example
 * const r = correlations(matrix);
 * show(correlationHeatmap(r, { tree: await columnTree(r) }));
 */
export async function columnTree(correlations: {
  readonly columns: readonly string[];
  readonly values: Float64Array;
}): Promise<MergeTree | null> {
  const { columns, values } = correlations;
  const width = columns.length;
  if (width < 2) return null;
  // rounding may leave |r| a little above 1
  const distances = averageDistances(
    values.map((r) => Math.max(0, 1 - Math.abs(r))),
    width,
  );
  return sortMerges(width, await followChain(width, distances, () => undefined));
}

/** Average linkage of distances in a square, combined in place (Lance and Williams 1967). */
function averageDistances(square: Float64Array, width: number): ClusterDistances {
  const sizes = new Float64Array(width).fill(1);
  const distance = (a: number, b: number): number => square[a * width + b]!;
  return {
    distance,
    nearest: (a, active, count) =>
      active
        .subarray(0, count)
        .reduce((best, b) => (b !== a && (best < 0 || distance(a, b) < distance(a, best)) ? b : best), -1),
    merge: (a, b, active, count) => {
      const total = sizes[a]! + sizes[b]!;
      for (const c of active.subarray(0, count)) {
        if (c === a || c === b) continue;
        const mean = (sizes[a]! * distance(a, c) + sizes[b]! * distance(b, c)) / total;
        square[b * width + c] = square[c * width + b] = mean;
      }
      sizes[b] = total;
    },
  };
}
