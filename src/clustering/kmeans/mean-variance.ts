import type { Matrix } from "../../core/matrix.js";

/** The mean over the columns of their variance (divided by the number of rows): the unit of k-means' tolerance. */
export function meanVariance({ data, rows, columns }: Matrix): number {
  const width = columns.length;
  let sum = 0;
  for (let j = 0; j < width; j++) {
    let mean = 0;
    for (let i = j; i < data.length; i += width) mean += data[i]! / rows;
    for (let i = j; i < data.length; i += width) sum += (data[i]! - mean) ** 2;
  }
  return sum / (rows * width);
}
