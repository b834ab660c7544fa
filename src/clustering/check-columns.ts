import { SegmentLabError } from "../core/errors.js";
import type { Matrix } from "../core/matrix.js";

/**
 * Refuses new rows whose columns are not those of the fit.
 *
 * @param known a matrix in the columns of the fit
 * @param matrix the new rows
 * @throws SegmentLabError `column-missing`, naming both
 */
export function checkColumns(known: Matrix, matrix: Matrix): void {
  if (known.columns.join("\n") === matrix.columns.join("\n")) return;
  const missing = known.columns.find((name) => !matrix.columns.includes(name));
  throw new SegmentLabError(
    "column-missing",
    `${missing === undefined ? "the columns differ" : `there is no column "${missing}"`}: the clustering was fitted on ` +
      `${known.columns.join(", ")}, the new rows have ${matrix.columns.join(", ")}; prepare them alike`,
  );
}
