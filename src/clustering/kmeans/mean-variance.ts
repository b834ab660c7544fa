import type { Matrix } from "../../core/matrix.js";

/** The mean over the columns of their variance (divided by the number of rows): the unit of k-means' tolerance. */
export function meanVariance({ data, rows, columns }: Matrix): number {
  const width = columns.length;
  const sums = new Float64Array(width);
  for (let at = 0; at < data.length; at += width) {
    for (let j = 0; j < width; j++) sums[j]! += data[at + j]!;
  }
  const means = sums.map((sum) => sum / rows);
  const squares = new Float64Array(width);
  for (let at = 0; at < data.length; at += width) {
    for (let j = 0; j < width; j++) {
      const gap = data[at + j]! - means[j]!;
      squares[j]! += gap * gap;
    }
  }
  return squares.reduce((sum, square) => sum + square, 0) / (rows * width);
}
