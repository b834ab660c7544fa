import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";
import type { Matrix } from "../../core/matrix.js";
import { checkColumns } from "../check-columns.js";
import { checkMatrix } from "../check-matrix.js";
import type { Clustering } from "../clusterer.js";
import { checkBytes } from "../limits/check-bytes.js";
import { type MeasuredRows, measureMixtureNow } from "./measure-mixture.js";
import { createMixture } from "./mixture.js";

/**
 * Tells how far each row belongs to each component of a Gaussian mixture: its soft membership.
 *
 * @param clustering what `cluster(matrix, "gaussian-mixture")` gave
 * @param matrix rows in the columns of the fit: the fitted ones or new ones
 * @returns rows × components probabilities, row after row, in sum 1 in each row; component c is cluster c; the most
 *   probable one as labels; and the mean log-likelihood
 * @throws SegmentLabError `bad-option` for another algorithm's clustering, `column-missing` when the columns differ
 * @example const { memberships } = mixtureMemberships(clustering, matrix);
 */
export function mixtureMemberships({ model, algorithm }: Clustering, matrix: Matrix): MeasuredRows {
  if (model.kind !== "mixture") {
    throw new SegmentLabError(
      "bad-option",
      `${algorithm} knows no soft membership; fit "gaussian-mixture" to have probabilities`,
    );
  }
  checkMatrix(matrix);
  checkColumns(model.means, matrix);
  const { covariance, weights, covariances } = model;
  checkBytes(
    `memberships of ${formatNumber(matrix.rows)} rows in ${formatNumber(weights.length)} components`,
    matrix.rows * weights.length * 8,
    "give it the rows in parts",
  );
  return measureMixtureNow(createMixture({ covariance, weights, means: model.means.data, covariances }), matrix);
}
