import { clusterCentroids } from "../../clustering/cluster-centroids.js";
import { squaredDistance } from "../../clustering/squared-distance.js";
import type { Matrix } from "../../core/matrix.js";
import { customerOrder } from "../../features/rfm/customer-order.js";
import { checkLabels } from "./check-labels.js";

/** A customer near the border between two clusters. */
export interface BorderlineRow {
  readonly row: number;
  readonly id: string;
  readonly cluster: number;
  /** The cluster whose centre is nearest among the others. */
  readonly neighbour: number;
  /** Distance to the own centre over that to the neighbour's: 1 on the border, above 1 on the other side of it. */
  readonly ratio: number;
}

/** Who stands near a border. */
export interface Borderline {
  /** The customers nearest to a border, most undecided first. */
  readonly rows: readonly BorderlineRow[];
  /** Share of the customers in clusters whose ratio is at least `fence`. */
  readonly onTheFence: number;
  /** Of each cluster, ascending, that share. */
  readonly byCluster: readonly { readonly cluster: number; readonly customers: number; readonly onTheFence: number }[];
  readonly fence: number;
}

/**
 * Finds the customers that could as well be in another cluster: those nearly as close to another cluster's centre as to
 * their own (the ratio that k-means decides by).
 *
 * @param matrix the clustered rows
 * @param labels one cluster a row; noise (below 0) is left out
 * @param options `count`: how many customers to list, 10 where left out; `fence`: the ratio above which a customer is on
 *   the fence, 0.9 where left out
 * @returns the list and the shares; no rows and a share of 0 where there are fewer than two clusters
 * @throws SegmentLabError `bad-value` where labels and rows differ in number
 */
export function borderlineRows(
  matrix: Matrix,
  labels: ArrayLike<number>,
  options: { readonly count?: number; readonly fence?: number } = {},
): Borderline {
  const { count = 10, fence = 0.9 } = options;
  checkLabels(labels, matrix.rows);
  const { data, columns, ids } = matrix;
  const width = columns.length;
  const place = customerOrder(ids);
  const { centroids, sizes } = clusterCentroids(matrix, labels);
  const used = [...sizes.keys()].filter((c) => sizes[c]! > 0);
  const found: BorderlineRow[] = [];
  for (let row = 0; used.length > 1 && row < matrix.rows; row++) {
    const cluster = labels[row]!;
    if (cluster < 0) continue;
    const distance = (c: number): number =>
      Math.sqrt(squaredDistance(data, row * width, centroids.data, c * width, width));
    const others = used.filter((c) => c !== cluster).map((c) => ({ c, far: distance(c) }));
    const neighbour = others.reduce((near, one) => (one.far < near.far ? one : near));
    const own = distance(cluster);
    // at the very centre of two clusters a row is undecided
    const ratio = neighbour.far > 0 ? own / neighbour.far : own > 0 ? Number.POSITIVE_INFINITY : 1;
    found.push({ row, id: ids[row]!, cluster, neighbour: neighbour.c, ratio });
  }
  const undecided = (rows: readonly BorderlineRow[]): number =>
    rows.length === 0 ? 0 : rows.filter(({ ratio }) => ratio >= fence).length / rows.length;
  const byCluster = used.map((cluster) => {
    const own = found.filter((row) => row.cluster === cluster);
    return { cluster, customers: sizes[cluster]!, onTheFence: undecided(own) };
  });
  const onTheFence = undecided(found);
  found.sort((a, b) => Math.abs(Math.log(a.ratio)) - Math.abs(Math.log(b.ratio)) || place[a.row]! - place[b.row]!);
  return { rows: found.slice(0, count), onTheFence, byCluster, fence };
}
