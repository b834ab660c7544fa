import { sampleCorrelation } from "simple-statistics";
import type { Matrix } from "../../core/matrix.js";

/**
 * Pearson's correlation of each pair of columns.
 *
 * @param matrix rows × columns, at least 2 rows
 * @returns the columns' names and a row-major matrix, columns × columns; 0 beside a constant column
 */
export function correlations({ data, rows, columns }: Matrix): { columns: readonly string[]; values: Float64Array } {
  const width = columns.length;
  const series = columns.map((_, j) => Array.from({ length: rows }, (_, i) => data[i * width + j]!));
  const values: Float64Array = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      const r = a === b ? 1 : sampleCorrelation(series[a]!, series[b]!);
      values[a * width + b] = values[b * width + a] = Number.isNaN(r) ? 0 : r;
    }
  }
  return { columns, values };
}
