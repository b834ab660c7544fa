import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { invertColumn } from "./fitted-column.js";
import type { Preparation } from "./preparation.js";

/**
 * Takes prepared rows (customers, or the centres of clusters) back to original units. Gaps come back filled, shares
 * shrunk, extremes drawn in.
 *
 * @param preparation what prepared them
 * @param matrix rows × the preparation's columns
 * @returns a new matrix
 * @throws SegmentLabError `bad-value` where the columns are others
 */
export function invertMatrix(preparation: Preparation, matrix: Matrix): Matrix {
  const { columns } = preparation;
  const width = columns.length;
  const names = columns.map(({ name }) => name);
  if (matrix.columns.length !== width || matrix.columns.some((column, j) => column !== names[j])) {
    throw new SegmentLabError(
      "bad-value",
      `the matrix has the columns ${matrix.columns.join(", ")}, its preparation ${names.join(", ")}`,
    );
  }
  const data: Float64Array = matrix.data.map((value, at) => invertColumn(columns[at % width]!, value));
  return { data, rows: matrix.rows, columns: matrix.columns, ids: matrix.ids };
}
