import type { Matrix } from "../../core/matrix.js";

/** Rows around their mean, without the columns that are the same for all. */
export interface CentredRows {
  /** rows × width numbers, row after row. */
  readonly data: Float64Array;
  readonly rows: number;
  readonly width: number;
  /** width × width sums of products of columns. */
  readonly scatter: Float64Array;
}

/** Centres rows and sums the products of their columns: what all mixtures with one covariance share. */
export function centreRows({ data, rows, columns }: Matrix): CentredRows {
  const all = columns.length;
  const varying = columns.flatMap((_, j) => {
    for (let i = 1; i < rows; i++) if (data[i * all + j] !== data[j]) return [j];
    return [];
  });
  const width = varying.length;
  const means = varying.map((j) => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += data[i * all + j]!;
    return sum / rows;
  });
  const centred: Float64Array = new Float64Array(rows * width);
  const scatter: Float64Array = new Float64Array(width * width);
  for (let i = 0; i < rows; i++) {
    const at = i * width;
    for (let j = 0; j < width; j++) centred[at + j] = data[i * all + varying[j]!]! - means[j]!;
    for (let a = 0; a < width; a++) {
      for (let b = 0; b <= a; b++) scatter[a * width + b]! += centred[at + a]! * centred[at + b]!;
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) scatter[b * width + a] = scatter[a * width + b]!;
  return { data: centred, rows, width, scatter };
}
