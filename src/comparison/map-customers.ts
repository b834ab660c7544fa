import type { Matrix } from "../core/matrix.js";
import { principalComponents } from "../core/principal-components.js";

/** A place on a flat map for each row of a matrix. */
export interface CustomerMap {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Share of the variance that the map shows, 0 to 1: what is missing lies behind the page. */
  readonly explained: number;
}

/**
 * Lays the rows of a matrix out on their first two principal components, for charts.
 *
 * @param matrix rows × columns, at least two of each
 * @returns two coordinates a row, with the rows' ids and the share of variance that the map shows
 */
export function mapCustomers(matrix: Matrix): CustomerMap {
  const { scores, explained } = principalComponents(matrix, 2);
  const axis = (j: number): Float64Array =>
    Float64Array.from({ length: matrix.rows }, (_, i) => scores.data[i * 2 + j]!);
  return { ids: matrix.ids, x: axis(0), y: axis(1), explained: explained[0]! + explained[1]! };
}
