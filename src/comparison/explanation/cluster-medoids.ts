import { squaredDistance } from "../../clustering/squared-distance.js";
import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { customerOrder } from "../../features/rfm/customer-order.js";
import { checkLabels } from "./check-labels.js";

/** The customer who stands for a cluster. */
export interface ClusterMedoid {
  readonly cluster: number;
  readonly customers: number;
  readonly row: number;
  readonly id: string;
  /** Mean distance to the other customers of the cluster, in the units of the matrix; 0 where it is alone. */
  readonly meanDistance: number;
}

/** Above so many customers the search is refused: it measures all pairs within a cluster. */
const mostRows = 50_000;

/**
 * Finds each cluster's medoid: the customer with the least mean distance to the others of the cluster (Kaufman and
 * Rousseeuw 1990, ch. 2), a real one where the mean is nobody.
 *
 * @param matrix the clustered rows
 * @param labels one cluster a row; noise (below 0) has no medoid
 * @returns one entry a cluster, ascending; of equally near customers the one with the lowest id
 * @throws SegmentLabError `bad-value` where labels and rows differ in number; `too-large` above 50,000 rows in a cluster
 */
export function clusterMedoids(matrix: Matrix, labels: ArrayLike<number>): ClusterMedoid[] {
  checkLabels(labels, matrix.rows);
  const { data, columns, ids } = matrix;
  const width = columns.length;
  const place = customerOrder(ids);
  const members = new Map<number, number[]>();
  for (let i = 0; i < matrix.rows; i++) {
    if (labels[i]! < 0) continue;
    const rows = members.get(labels[i]!) ?? [];
    members.set(labels[i]!, rows);
    rows.push(i);
  }
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([cluster, rows]) => {
      if (rows.length > mostRows)
        throw new SegmentLabError(
          "too-large",
          `cluster ${cluster} has ${rows.length} rows; medoids are sought among at most ${mostRows}, take a sample`,
        );
      // sums run in the order of ids, so that they do not hang on the order of rows
      rows.sort((a, b) => place[a]! - place[b]!);
      const sums = new Float64Array(rows.length);
      // hot: all pairs of the cluster
      for (let a = 0; a < rows.length; a++) {
        for (let b = 0; b < a; b++) {
          const distance = Math.sqrt(squaredDistance(data, rows[a]! * width, data, rows[b]! * width, width));
          sums[a]! += distance;
          sums[b]! += distance;
        }
      }
      const best = sums.reduce((least, sum, i) => (sum < sums[least]! ? i : least), 0);
      const row = rows[best]!;
      const meanDistance = sums[best]! / Math.max(1, rows.length - 1);
      return { cluster, customers: rows.length, row, id: ids[row]!, meanDistance };
    });
}
