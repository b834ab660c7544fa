/**
 * Measures how much of each cluster is found again: the largest Jaccard index, rows in both over rows in either, with
 * any cluster of the refit (Hennig 2007). Noise is no cluster.
 *
 * @param labels one a row of the matrix: the clustering in question
 * @param clusters how many clusters it has
 * @param rows the row numbers that were clustered again
 * @param refitted one label each
 * @returns one number a cluster, 0 … 1; 0 for a cluster of which no row was drawn, as in R's `fpc::clusterboot`
 */
export function clusterJaccards(
  labels: Int32Array,
  clusters: number,
  rows: Int32Array,
  refitted: Int32Array,
): Float64Array {
  const found = refitted.reduce((most, label) => Math.max(most, label + 1), 0);
  const both = new Int32Array(clusters * found);
  const own = new Int32Array(clusters);
  const theirs = new Int32Array(found);
  rows.forEach((row, i) => {
    const [a, b] = [labels[row]!, refitted[i]!];
    if (a >= 0) own[a]!++;
    if (b >= 0) theirs[b]!++;
    if (a >= 0 && b >= 0) both[a * found + b]!++;
  });
  return Float64Array.from(own, (size, a) => {
    let best = 0;
    for (let b = 0; b < found; b++) {
      const shared = both[a * found + b]!;
      if (shared > 0) best = Math.max(best, shared / (size + theirs[b]! - shared));
    }
    return best;
  });
}
