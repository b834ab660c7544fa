import type { ReachabilityPlot } from "./reachability-plot.js";

/**
 * Cuts a reachability plot at one distance: DBSCAN's clusters at that eps, but a border point before the first core
 * point of its cluster may stay noise.
 *
 * @returns one label a row; −1 is noise
 */
export function cutReachability(plot: ReachabilityPlot, eps: number): Int32Array {
  const labels: Int32Array = new Int32Array(plot.ordering.length);
  let cluster = -1;
  for (const row of plot.ordering) {
    const isFar = plot.reachability[row]! > eps;
    const isCore = plot.coreDistances[row]! <= eps;
    if (isFar && isCore) cluster++;
    labels[row] = isFar && !isCore ? -1 : cluster;
  }
  return labels;
}
