import { createMatrix, type Matrix } from "../src/core/matrix.js";

/** Rows as a matrix whose columns have mean 0 and deviation 1; a constant column is centred only. */
export function standardised(points: readonly (readonly number[])[]): Matrix {
  const width = points[0]!.length;
  const means = Array.from({ length: width }, (_, j) => points.reduce((sum, row) => sum + row[j]!, 0) / points.length);
  const deviations = means.map((mean, j) =>
    Math.sqrt(points.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / points.length),
  );
  return createMatrix(points.map((row) => row.map((value, j) => (value - means[j]!) / (deviations[j]! || 1))));
}
