import { invertColumn } from "../features/matrix/fitted-column.js";
import type { PreparedMatrix } from "../features/matrix/preparation.js";
import type { NamedSegment } from "./name-segments.js";

/** A segment's mean in one column, as the charts take it. */
export interface SegmentCell {
  readonly cluster: string;
  readonly column: string;
  readonly unit: string;
  /** The mean of the prepared column, taken back to the column's unit. */
  readonly mean: number;
  /** In standard deviations of the prepared column from the mean of all customers. */
  readonly standardized: number;
}

/**
 * Each segment's typical value in each column of the matrix: the mean of the prepared column, as the algorithms see it and
 * taken back to its unit, so that both order the segments alike.
 *
 * @param segments as `nameSegments` gives them
 * @param matrix the prepared matrix
 * @param labels one cluster a row
 * @param unitOf the unit of a column, for tooltips
 * @returns one cell a segment and column, for `profileHeatmap`
 */
export function profileCells(
  segments: readonly NamedSegment[],
  { data, columns, preparation }: PreparedMatrix,
  labels: Int32Array,
  unitOf: (column: string) => string = () => "",
): SegmentCell[] {
  return segments.flatMap(({ cluster, name, customers }) =>
    columns.map((column, j) => {
      let sum = 0;
      for (let i = 0; i < labels.length; i++) if (labels[i] === cluster) sum += data[i * columns.length + j]!;
      return {
        cluster: name,
        column,
        unit: unitOf(column),
        mean: invertColumn(preparation.columns[j]!, sum / customers),
        standardized: sum / customers,
      };
    }),
  );
}
