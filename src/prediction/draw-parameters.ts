import { createRandom } from "../core/random.js";
import { choleskyRoot } from "./inverse-curvature.js";

/**
 * Parameters as they might have come out on other customers of the same kind: draws from the normal distribution of the
 * estimates' logarithms.
 *
 * @param parameters the estimates, above 0, in the order of the covariance's rows
 * @param covariance of their logarithms
 * @returns one set of logarithms a draw; none where the data leave a parameter open
 */
export function drawParameters(
  parameters: readonly number[],
  covariance: readonly (readonly number[])[] | null,
  draws: number,
  seed: number,
): Float64Array[] {
  const root = covariance && choleskyRoot(covariance);
  if (root === null) return [];
  const random = createRandom(seed);
  return Array.from({ length: draws }, () => {
    const normal = parameters.map(() => random.normal());
    return Float64Array.from(
      parameters,
      (one, i) => Math.log(one) + root[i]!.reduce((sum, part, j) => sum + part * normal[j]!, 0),
    );
  });
}
