import { type ColumnTable, from } from "arquero";
import type { Comparison } from "./compare-clusterings.js";

/** The comparison as a tidy table, one row a candidate. */
export function comparisonTable({ runs }: Comparison): ColumnTable {
  return from(
    runs.map(({ name, clustering, noiseShare, silhouette, daviesBouldin, calinskiHarabasz }) => {
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
      };
    }),
  );
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
