import { formatNumber } from "../../core/format.js";
import type { Atom } from "./find-atoms.js";
import type { Mixture } from "./mixture.js";

/** a component whose variance in some direction is hardly more than what was added to it has collapsed */
const collapsed = 2;

/**
 * What a reader of a fitted mixture must know: iterations that ran out, columns with atoms, collapsed components.
 *
 * @param atoms of the fitted rows
 * @param mixture the fitted components
 * @param end how the iterations ended
 * @param regularisation what was added to every variance
 * @returns sentences, none where all is well
 */
export function mixtureWarnings(
  atoms: readonly Atom[],
  mixture: Mixture,
  { converged, maxIterations }: { readonly converged: boolean; readonly maxIterations: number },
  regularisation: number,
): string[] {
  const warnings: string[] = [];
  if (!converged) {
    warnings.push(
      `the likelihood still grew after ${formatNumber(maxIterations)} iterations; raise maxIterations or the tolerance`,
    );
  }
  if (atoms.length > 0) {
    const list = atoms.map(({ column, share }) => `${column} (${formatNumber(share * 100, 0)} %)`).join(", ");
    warnings.push(
      `many rows share one value in ${list}: components can shrink onto them, so the likelihood has no bound and ` +
        "BIC falls with every component; do not choose k by BIC, or leave the columns out",
    );
  }
  const narrow = [...mixture.weights.keys()].filter((c) => leastVariance(mixture, c) < collapsed * regularisation);
  if (narrow.length > 0) {
    const list = narrow.map((c) => `${c} (${formatNumber(mixture.weights[c]! * 100, 1)} % of the rows)`).join(", ");
    warnings.push(
      `collapsed in at least one direction: component ${list}; there only regularisation = ${regularisation} bounds ` +
        "the likelihood, so neither it nor BIC and AIC compare with other fits",
    );
  }
  return warnings;
}

/** Not below the smallest variance of a component in any direction; the inverted factor's rows are such directions. */
function leastVariance({ weights, factors }: Mixture, c: number): number {
  const size = factors.length / weights.length;
  let largest = 0;
  for (let at = c * size; at < (c + 1) * size; at++) largest = Math.max(largest, Math.abs(factors[at]!));
  return 1 / largest ** 2;
}
