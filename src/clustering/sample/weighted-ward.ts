import type { Matrix } from "../../core/matrix.js";
import type { MergeTree } from "../clusterer.js";
import { type ClusterDistances, followChain } from "../hierarchical/follow-chain.js";
import { sortMerges } from "../hierarchical/sort-merges.js";
import { centreColumns } from "../hierarchical/ward-distances.js";
import { squaredDistance } from "../squared-distance.js";

/**
 * Builds ward's merge tree of points that stand for several rows each: the upper part of the tree of those rows, if
 * each group of them merges first.
 *
 * @param points one row a group: its mean
 * @param sizes how many rows each group holds
 * @param breathe called often with the number of merges done
 * @returns a tree whose leaves are the points; its sizes count points
 */
export async function weightedWard(
  { data, rows, columns }: Matrix,
  sizes: ArrayLike<number>,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<MergeTree> {
  const width = columns.length;
  const means = data.slice();
  centreColumns(means, rows, width);
  const weights = Float64Array.from(sizes);
  const squared = (a: number, b: number): number => {
    const weight = (2 * weights[a]! * weights[b]!) / (weights[a]! + weights[b]!);
    return weight * squaredDistance(means, a * width, means, b * width, width);
  };
  const distances: ClusterDistances = {
    distance: (a, b) => Math.sqrt(squared(a, b)),
    nearest(a, active, count) {
      let best = Number.POSITIVE_INFINITY;
      let nearest = -1;
      for (let p = 0; p < count; p++) {
        const b = active[p]!;
        if (b === a) continue;
        const distance = squared(a, b);
        if (distance < best) {
          best = distance;
          nearest = b;
        }
      }
      return nearest;
    },
    merge(a, b) {
      const both = weights[a]! + weights[b]!;
      for (let j = 0; j < width; j++) {
        const [fromA, fromB] = [means[a * width + j]!, means[b * width + j]!];
        means[b * width + j] = (fromA * weights[a]! + fromB * weights[b]!) / both;
      }
      weights[b] = both;
    },
  };
  return sortMerges(rows, await followChain(rows, distances, breathe));
}
