import type { Matrix } from "../../core/matrix.js";

/** Copies some rows of a matrix, in the order given. */
export function selectRows({ data, columns, ids }: Matrix, chosen: Int32Array): Matrix {
  const width = columns.length;
  const selected: Float64Array = new Float64Array(chosen.length * width);
  chosen.forEach((row, at) => {
    selected.set(data.subarray(row * width, (row + 1) * width), at * width);
  });
  return { data: selected, rows: chosen.length, columns, ids: Array.from(chosen, (row) => ids[row]!) };
}
