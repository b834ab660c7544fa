import type { Matrix } from "../../core/matrix.js";

/** One column of a matrix. */
export function matrixColumn({ data, rows, columns }: Matrix, j: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => data[i * columns.length + j]!);
}
