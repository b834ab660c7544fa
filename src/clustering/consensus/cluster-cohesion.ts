import { contingencyTable } from "../metrics/contingency-table.js";

/**
 * Tells for each cluster which share of the labelings puts two of its rows together, on average over its pairs.
 *
 * @param labelings one label a row each; negative is noise, together with nobody
 * @param labels one cluster a row, 0 … clusters − 1; negative is noise
 * @returns one number a cluster, 0 … 1; 1 for a cluster of one row
 */
export function clusterCohesion(
  labelings: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  clusters: number,
): Float64Array {
  const pairs = (size: number): number => (size * (size - 1)) / 2;
  const all = new Float64Array(clusters);
  const together = new Float64Array(clusters);
  for (const own of labelings) {
    const { labelsA, labelsB, sizesA, cells } = contingencyTable(labels, own);
    labelsA.forEach((cluster, place) => {
      if (cluster >= 0) all[cluster]! += pairs(sizesA[place]!);
    });
    for (const { a, b, count } of cells) {
      if (labelsA[a]! >= 0 && labelsB[b]! >= 0) together[labelsA[a]!]! += pairs(count);
    }
  }
  return together.map((sum, c) => (all[c] === 0 ? 1 : sum / all[c]!));
}
