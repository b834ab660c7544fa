import { type ColumnTable, table } from "arquero";
import type { Matrix } from "../../core/matrix.js";
import { principalComponents } from "../../core/principal-components.js";

/** The directions in which customers differ most, as one reads them. */
export interface Pca {
  /** rows × components: where each row lies, in columns PC1, PC2, … */
  readonly scores: Matrix;
  /** One row a column of the matrix: `column`, then its weight in PC1, PC2, … */
  readonly loadings: ColumnTable;
  /** The variance of each component's scores (divided by rows − 1). */
  readonly explainedVariance: readonly number[];
  /** Each component's share of the total variance, 0 … 1. */
  readonly explainedVarianceRatio: readonly number[];
}

/**
 * Principal components (Pearson 1901) of a prepared matrix, as scikit-learn's PCA. The largest weight of each component
 * is positive, so that signs do not turn from run to run.
 *
 * @param matrix at least two rows; scale its columns first
 * @param options `components`: how many, all where left out
 * @returns scores, loadings and the share of variance that each component explains
 * @throws SegmentLabError `too-few-rows`, `bad-option` or `bad-value`
 * @example show(pca(prepareMatrix(customers), { components: 2 }).loadings);
 */
export function pca(matrix: Matrix, options: { readonly components?: number } = {}): Pca {
  const { components = matrix.columns.length } = options;
  const { scores, loadings, explained, variances } = principalComponents(matrix, components);
  const weights = scores.columns.map((name, c): [string, number[]] => [
    name,
    matrix.columns.map((_, j) => loadings[j * components + c]!),
  ]);
  return {
    scores,
    loadings: table([["column", [...matrix.columns]], ...weights]),
    explainedVariance: variances,
    explainedVarianceRatio: explained,
  };
}
