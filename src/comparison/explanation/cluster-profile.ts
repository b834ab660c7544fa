import type { Matrix } from "../../core/matrix.js";
import { quantile } from "../../features/matrix/quantiles.js";
import { checkLabels } from "./check-labels.js";
import { matrixColumn } from "./matrix-column.js";

/** A cluster in one column, in the column's unit. */
export interface ClusterProfileEntry {
  /** −1 for noise. */
  readonly cluster: number;
  readonly column: string;
  readonly customers: number;
  /** Of these, whose value is known. */
  readonly known: number;
  readonly mean: number;
  readonly median: number;
  /** Quartiles: the middle half of the cluster lies between them. */
  readonly low: number;
  readonly high: number;
  /** The mean in standard deviations of all customers from their mean; 0 in a constant column. */
  readonly standardized: number;
}

/**
 * Describes each cluster column by column: typical values in the original unit, and how far the mean lies from that of
 * all customers in their standard deviations.
 *
 * @param features rows × columns in original units, as `featureMatrix` gives them; NaN is unknown
 * @param labels one cluster a row; −1 is noise and gets entries of its own
 * @returns one entry a cluster and column, clusters ascending, columns in their order; NaN where no value is known
 * @throws SegmentLabError `bad-value` where labels and rows differ in number
 */
export function clusterProfile(features: Matrix, labels: ArrayLike<number>): ClusterProfileEntry[] {
  checkLabels(labels, features.rows);
  const clusters = [...new Set(Array.from(labels))].sort((a, b) => a - b);
  const columns = features.columns.map((column, j) => ({ column, values: matrixColumn(features, j) }));
  const wholes = columns.map(({ values }) => momentsOf(values));
  return clusters.flatMap((cluster) =>
    columns.map(({ column, values }, j) => {
      const own = values.filter((_, i) => labels[i] === cluster);
      const { sorted, mean } = momentsOf(own);
      const whole = wholes[j]!;
      return {
        ...{ cluster, column, customers: own.length, known: sorted.length, mean },
        ...{ low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) },
        standardized: whole.deviation === 0 ? 0 : (mean - whole.mean) / whole.deviation,
      };
    }),
  );
}

function momentsOf(values: Float64Array): { sorted: Float64Array; mean: number; deviation: number } {
  // sorted, so that the order of rows changes no digit
  const sorted: Float64Array = values.filter((value) => !Number.isNaN(value)).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { sorted, mean, deviation: Math.sqrt(squares / sorted.length) };
}
