import { SegmentLabError } from "./errors.js";

/** Numbers in rows and named columns: one row a customer (or any other thing), no gaps. */
export interface Matrix {
  /** The values, row after row: entry (i, j) is `data[i * columns.length + j]`. */
  readonly data: Float64Array;
  /** The number of rows. */
  readonly rows: number;
  /** The names of the columns, in order. */
  readonly columns: readonly string[];
  /** One identifier a row. */
  readonly ids: readonly string[];
}

/**
 * Makes a `Matrix` from rows of numbers.
 *
 * @param values rows × columns numbers, as an array of rows or as one row-major `Float64Array`
 * @param columns the columns' names; `x1, x2, …` where left out
 * @param ids one identifier a row; `1, 2, …` where left out
 * @returns the matrix; a `Float64Array` is taken as it is, not copied
 * @throws SegmentLabError `bad-value` when the rows are of unequal length or do not match the names
 */
export function createMatrix(
  values: readonly (readonly number[])[] | Float64Array,
  columns?: readonly string[],
  ids?: readonly string[],
): Matrix {
  const isFlat = values instanceof Float64Array;
  const width = columns?.length ?? (isFlat ? 1 : (values[0]?.length ?? 0));
  const rows = isFlat ? (width === 0 ? 0 : values.length / width) : values.length;
  if (!Number.isInteger(rows)) {
    throw new SegmentLabError("bad-value", `${values.length} values do not fill rows of ${width} columns`);
  }
  const data: Float64Array = isFlat ? values : new Float64Array(rows * width);
  if (!isFlat) {
    values.forEach((row, i) => {
      if (row.length !== width) {
        throw new SegmentLabError("bad-value", `row ${i + 1} has ${row.length} values, not ${width}`);
      }
      data.set(row, i * width);
    });
  }
  if (ids && ids.length !== rows) throw new SegmentLabError("bad-value", `${ids.length} ids for ${rows} rows`);
  return {
    data,
    rows,
    columns: columns ?? Array.from({ length: width }, (_, j) => `x${j + 1}`),
    ids: ids ?? Array.from({ length: rows }, (_, i) => String(i + 1)),
  };
}
