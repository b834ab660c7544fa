import type { Matrix } from "../../core/matrix.js";
import { checkLabels } from "./check-labels.js";
import { columnRanks } from "./column-ranks.js";
import { matrixColumn } from "./matrix-column.js";

/** How much of a column's variance lies between the clusters. */
export interface ColumnEffect {
  readonly column: string;
  /** η², 0 … 1: the share of the sum of squares that lies between clusters; NaN for a constant column. */
  readonly etaSquared: number;
  /** η² of the ranks (the H of Kruskal and Wallis 1952 over n − 1), which a few large values cannot carry. */
  readonly ofRanks: number;
}

/**
 * Effect size η² of a clustering on each column (Cohen 1988, 8.2): the share of its variance that lies between clusters.
 * No p-values: on columns that were clustered a test is circular, since any partition of them differs "significantly".
 *
 * @param features rows × columns, in any units; NaN is unknown and left out
 * @param labels one cluster a row; noise (below 0) is left out
 * @returns one entry a column, in the matrix's order
 * @throws SegmentLabError `bad-value` where labels and rows differ in number
 */
export function etaSquared(features: Matrix, labels: ArrayLike<number>): ColumnEffect[] {
  checkLabels(labels, features.rows);
  return features.columns.map((column, j) => {
    const values = matrixColumn(features, j).map((value, i) => (labels[i]! < 0 ? Number.NaN : value));
    return { column, etaSquared: shareBetween(values, labels), ofRanks: shareBetween(columnRanks(values), labels) };
  });
}

function shareBetween(values: Float64Array, labels: ArrayLike<number>): number {
  // in the order of the values, so that the order of rows changes no digit
  const order = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]!));
  order.sort((a, b) => values[a]! - values[b]! || labels[a]! - labels[b]!);
  const groups = new Map<number, { rows: number; sum: number }>();
  let total = 0;
  for (const i of order) {
    const group = groups.get(labels[i]!) ?? { rows: 0, sum: 0 };
    group.rows++;
    group.sum += values[i]!;
    groups.set(labels[i]!, group);
    total += values[i]!;
  }
  const mean = total / order.length;
  const whole = order.reduce((sum, i) => sum + (values[i]! - mean) ** 2, 0);
  const sorted = [...groups].sort(([a], [b]) => a - b);
  const between = sorted.reduce((sum, [, group]) => sum + group.rows * (group.sum / group.rows - mean) ** 2, 0);
  return whole === 0 ? Number.NaN : Math.min(1, between / whole);
}
