import { SegmentLabError } from "../core/errors.js";
import { formatNumber } from "../core/format.js";
import type { Matrix } from "../core/matrix.js";
import { throwIfAborted } from "../core/progress.js";
import { checkMatrix } from "./check-matrix.js";
import type { Clusterer, Clustering, FitOptions } from "./clusterer.js";
import { normalizeOptions } from "./normalize-options.js";

/**
 * Runs an algorithm once its matrix and options are checked.
 *
 * @param clusterer an algorithm in one engine
 * @param matrix the rows to cluster
 * @param options the algorithm's own options; defaults where left out
 * @param run `seed`, `signal`, `onProgress`
 * @throws SegmentLabError `bad-option`, `bad-value`, `too-few-rows`, `too-large` or `aborted`
 */
export async function fitClusterer(
  clusterer: Clusterer,
  matrix: Matrix,
  options: Readonly<Record<string, unknown>> = {},
  run: FitOptions = {},
): Promise<Clustering> {
  const { algorithm, engine, maximumRows } = clusterer;
  throwIfAborted(run.signal, algorithm);
  checkMatrix(matrix);
  checkSeed(run.seed);
  if (maximumRows !== undefined && matrix.rows > maximumRows) {
    throw new SegmentLabError(
      "too-large",
      `${formatNumber(matrix.rows)} rows are too many for ${engine} (at most ${formatNumber(maximumRows)}, ` +
        `about a minute); use engine "native" for ${algorithm}`,
    );
  }
  return clusterer.fit(matrix, normalizeOptions(clusterer, options, matrix.rows), run);
}

function checkSeed(seed: number | undefined): void {
  if (seed === undefined || (Number.isInteger(seed) && Math.abs(seed) < 2 ** 31)) return;
  throw new SegmentLabError("bad-option", `seed is ${seed}; choose a whole number below 2,147,483,648`);
}
