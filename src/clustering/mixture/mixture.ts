import { SegmentLabError } from "../../core/errors.js";
import { inverseCholesky } from "./inverse-cholesky.js";

/** Which covariances a component may have: any, or none between columns. */
export type Covariance = "full" | "diagonal";

/** A sum of normal distributions, ready to be evaluated. */
export interface Mixture {
  readonly covariance: Covariance;
  /** One a component, in sum 1. */
  readonly weights: Float64Array;
  /** components × columns numbers, row after row. */
  readonly means: Float64Array;
  /** components × columns × columns numbers, or components × columns variances where diagonal. */
  readonly covariances: Float64Array;
  /** The inverted Cholesky factors of the covariances, or one over the standard deviations where diagonal. */
  readonly factors: Float64Array;
  /** One a component: the logarithm of its weight times its density at its mean. */
  readonly peaks: Float64Array;
}

/** What defines a mixture. */
export type MixtureParameters = Pick<Mixture, "covariance" | "weights" | "means" | "covariances">;

/**
 * Factorises the covariances of a mixture, once a component.
 *
 * @param parameters weights, means and covariances
 * @returns the same with what evaluating it needs
 * @throws SegmentLabError `bad-value` where a covariance is not positive definite
 */
export function createMixture(parameters: MixtureParameters): Mixture {
  const { covariance, weights, means, covariances } = parameters;
  const width = means.length / weights.length;
  const size = covariances.length / weights.length;
  const factors: Float64Array = new Float64Array(covariances.length);
  const peaks: Float64Array = new Float64Array(weights.length);
  weights.forEach((weight, c) => {
    const own = covariances.subarray(c * size, (c + 1) * size);
    const factor = covariance === "full" ? inverseCholesky(own, width) : inverseDeviations(own);
    if (!factor) {
      throw new SegmentLabError(
        "bad-value",
        `a component of ${(weight * 100).toFixed(1)} % of the rows has no invertible covariance; scale the columns, ` +
          "choose a smaller k or raise regularisation",
      );
    }
    factors.set(factor, c * size);
    let logDeterminant = 0;
    const step = covariance === "full" ? width + 1 : 1;
    for (let j = 0; j < width; j++) logDeterminant += Math.log(factor[j * step]!);
    peaks[c] = Math.log(weight) + logDeterminant - (width / 2) * Math.log(2 * Math.PI);
  });
  return { ...parameters, factors, peaks };
}

function inverseDeviations(variances: Float64Array): Float64Array | undefined {
  return variances.every((variance) => variance > 0) ? variances.map((variance) => 1 / Math.sqrt(variance)) : undefined;
}
