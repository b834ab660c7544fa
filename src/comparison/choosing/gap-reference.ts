import type { Matrix } from "../../core/matrix.js";
import { principalComponents } from "../../core/principal-components.js";

/** Where the rows without groups are drawn: the box along the principal axes, or along the columns. */
export type GapSpace = "scaledPCA" | "original";

/**
 * Makes rows without groups for the gap statistic: uniform in the box that the rows fill along their principal axes
 * (`scaledPCA`; Tibshirani, Walther and Hastie 2001, choice b) or along the columns (`original`, choice a).
 *
 * @param matrix the rows, at least two
 * @param space `scaledPCA` or `original`, named as in R's `cluster::clusGap`
 * @param uniforms rows × columns numbers in 0 … 1, column after column: where in the box each value stands
 * @returns as many rows in the same columns
 * @example const reference = gapReference(matrix, "scaledPCA", Float64Array.from(matrix.data, () => random.next()));
 */
export function gapReference(matrix: Matrix, space: GapSpace, uniforms: ArrayLike<number>): Matrix {
  const { rows, columns } = matrix;
  const width = columns.length;
  const turned = space === "original" ? undefined : principalComponents(matrix, width);
  const from = turned?.scores.data ?? matrix.data;
  const drawn: Float64Array = new Float64Array(matrix.data.length);
  for (let j = 0; j < width; j++) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = j; at < from.length; at += width) {
      least = Math.min(least, from[at]!);
      most = Math.max(most, from[at]!);
    }
    for (let i = 0; i < rows; i++) drawn[i * width + j] = least + (most - least) * uniforms[j * rows + i]!;
  }
  if (!turned) return { ...matrix, data: drawn };
  const { loadings, means } = turned;
  const data: Float64Array = new Float64Array(drawn.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) {
      let value = means[j]!;
      for (let c = 0; c < width; c++) value += drawn[i * width + c]! * loadings[j * width + c]!;
      data[i * width + j] = value;
    }
  }
  return { ...matrix, data };
}
