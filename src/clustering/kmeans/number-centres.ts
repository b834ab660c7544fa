import type { Matrix } from "../../core/matrix.js";
import { numberClusters } from "../number-clusters.js";

/** Centres in the order of their clusters. */
export interface NumberedCentres {
  /** One a row: 0, 1, … by descending size. */
  readonly labels: Int32Array;
  /** One row a cluster, in the matrix's columns. */
  readonly centres: Matrix;
}

/**
 * Numbers clusters by descending size and their centres with them; centres without rows vanish.
 *
 * @param matrix the rows
 * @param labels one centre's number a row
 * @param centres k × columns numbers, row after row
 */
export function numberCentres(matrix: Matrix, labels: Int32Array, centres: Float64Array): NumberedCentres {
  const { labels: numbered, clusters, before } = numberClusters(labels);
  const width = matrix.columns.length;
  const data: Float64Array = new Float64Array(clusters * width);
  before.forEach((old, c) => {
    data.set(centres.subarray(old * width, (old + 1) * width), c * width);
  });
  const ids = Array.from(before, (_, c) => String(c));
  return { labels: numbered, centres: { data, rows: clusters, columns: matrix.columns, ids } };
}
