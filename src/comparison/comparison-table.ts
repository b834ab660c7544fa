import { type ColumnTable, from } from "arquero";
import type { Comparison } from "./comparison.js";

/**
 * The comparison as a tidy table, one row a candidate; those that failed stand last, with the reason.
 *
 * @param comparison as `compareClusterings` gives it
 * @returns a table for `show`: candidate, clusters, smallest, largest, noise_share, silhouette, davies_bouldin, calinski_harabasz
 */
export function comparisonTable({ runs, failures }: Comparison): ColumnTable {
  const failed = failures.length > 0;
  const rows = runs.map(({ name, clustering, noiseShare, silhouette, daviesBouldin, calinskiHarabasz }) => {
    const sizes = clusterSizes(clustering.labels, clustering.clusters);
    return {
      candidate: name,
      clusters: clustering.clusters,
      smallest: sizes.length === 0 ? null : Math.min(...sizes),
      largest: sizes.length === 0 ? null : Math.max(...sizes),
      noise_share: noiseShare,
      silhouette: orNull(silhouette),
      davies_bouldin: orNull(daviesBouldin),
      calinski_harabasz: orNull(calinskiHarabasz),
      ...(failed && { failure: "" }),
    };
  });
  const empty = { clusters: null, smallest: null, largest: null, noise_share: null };
  const unjudged = { silhouette: null, davies_bouldin: null, calinski_harabasz: null };
  return from([
    ...rows,
    ...failures.map(({ name, reason }) => ({ candidate: name, ...empty, ...unjudged, failure: reason })),
  ]);
}

/** How many rows each cluster has; noise is not counted. */
export function clusterSizes(labels: Int32Array, clusters: number): number[] {
  const sizes = new Array<number>(clusters).fill(0);
  for (const label of labels) if (label >= 0) sizes[label]!++;
  return sizes;
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
