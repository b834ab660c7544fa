import type { Matrix } from "../../core/matrix.js";
import { commonestValues } from "../../features/matrix/atoms.js";
import { type Dip, dipTest } from "./dip-test.js";
import { spreadTies } from "./spread-ties.js";

/** Whether one column has more than one mode by itself. */
export interface ColumnDip extends Dip {
  readonly column: string;
  /** The share of the rows that have its commonest value, 0 … 1. */
  readonly commonest: number;
}

/**
 * Tests each column for more than one mode (Hartigan and Hartigan 1985), equal values spread first so that counts are
 * no modes. Modes of a column are what surrogates keep: where a clustering is no better than they are, look here.
 *
 * @param matrix rows × columns
 * @returns one entry a column, the deepest dip first
 * @example show(aq.from(columnDips(matrix)));
 */
export function columnDips(matrix: Matrix): ColumnDip[] {
  const { data, rows, columns } = matrix;
  return commonestValues(matrix)
    .map(({ column, share }, j): ColumnDip => {
      const values = Float64Array.from({ length: rows }, (_, i) => data[i * columns.length + j]!);
      return { column, ...dipTest(spreadTies(values)), commonest: share };
    })
    .sort((a, b) => b.dip - a.dip || (a.column < b.column ? -1 : 1));
}
