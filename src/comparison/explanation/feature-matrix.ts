import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { idsOf, numbersOf } from "../../features/matrix/table-columns.js";

/**
 * Takes columns of the customers as they are, in their own units, to explain a clustering by.
 *
 * @param customers one row a customer, as `buildFeatures` gives them
 * @param columns names of numeric columns, such as those of the clustered matrix
 * @param ids the customers wanted, in their order, such as `matrix.ids`; all where left out
 * @returns one row a customer; NaN where a value is missing
 * @throws SegmentLabError `column-missing`, or `bad-value` for a column of text or a customer that the table has not
 * @example
 * const features = featureMatrix(customers, ["recency_days", "orders", "net_revenue"], matrix.ids);
 */
export function featureMatrix(customers: ColumnTable, columns: readonly string[], ids?: readonly string[]): Matrix {
  const all = idsOf(customers);
  const places = new Map(all.map((id, i) => [id, i]));
  const wanted = ids ?? all;
  const rows = wanted.map((id) => {
    const place = places.get(id);
    if (place === undefined)
      throw new SegmentLabError("bad-value", `customer "${id}" is not in the table; take the table of the matrix`);
    return place;
  });
  const values = columns.map((column) => numbersOf(customers, column));
  const data: Float64Array = new Float64Array(rows.length * columns.length);
  rows.forEach((place, i) => {
    values.forEach((column, j) => {
      data[i * columns.length + j] = column[place] ?? Number.NaN;
    });
  });
  return { data, rows: rows.length, columns: [...columns], ids: wanted };
}
