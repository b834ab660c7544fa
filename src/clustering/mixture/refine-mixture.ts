import type { Matrix } from "../../core/matrix.js";
import { clusterCentroids } from "../cluster-centroids.js";
import type { Covariance, Mixture } from "./mixture.js";
import { addTile, createSums, mixtureOf } from "./mixture-sums.js";
import { fillTile, tileRows } from "./row-tile.js";
import { tileMemberships } from "./tile-memberships.js";

/** Where the iterations ended. */
export interface RefinedMixture {
  readonly mixture: Mixture;
  /** The mean logarithm of the density before the last change of the mixture, which the tolerance looks at. */
  readonly lowerBound: number;
  readonly iterations: number;
  /** Whether the tolerance was met within the iterations allowed. */
  readonly converged: boolean;
}

/** How a mixture is fitted. */
export interface RefineMixtureOptions {
  /** `full` where left out. */
  readonly covariance?: Covariance;
  /** Ends when the mean log-likelihood changes by less; 0.001 where left out. */
  readonly tolerance?: number;
  /** 100 where left out. */
  readonly maxIterations?: number;
  /** Added to every variance, in squared units of the matrix; 1e-6 where left out. */
  readonly regularisation?: number;
  /** Called with the number of iterations done; what it returns is awaited. */
  readonly breathe?: (iterations: number) => Promise<void> | undefined;
}

/**
 * Fits a Gaussian mixture by expectation maximisation (Dempster, Laird & Rubin 1977) from a known start, step by
 * step as scikit-learn does.
 *
 * @param matrix the rows
 * @param start one component's number a row, 0 … components − 1, each of them used
 * @returns the mixture, its components in the order of the start
 * @throws SegmentLabError `bad-value` where a covariance cannot be inverted
 */
export async function refineMixture(
  matrix: Matrix,
  start: Int32Array,
  options: RefineMixtureOptions = {},
): Promise<RefinedMixture> {
  const { tolerance = 1e-3, maxIterations = 100, regularisation = 1e-6, breathe = () => undefined } = options;
  const { covariance = "full" } = options;
  const { data, rows } = matrix;
  const width = matrix.columns.length;
  const centroids = clusterCentroids(matrix, start).centroids;
  const components = centroids.rows;
  const size = covariance === "diagonal" ? width : width * width;
  const tiles = new Float64Array(tileRows * width * components);
  const shares = new Float64Array(tileRows * components);
  const logs = new Float64Array(tileRows);
  const block = tileRows * Math.max(1, Math.floor(1e6 / (components * size * tileRows)));

  const sums = createSums(components, width, size);
  for (let from = 0; from < rows; from += tileRows) {
    const pause = from % block === 0 ? breathe(0) : undefined;
    if (pause) await pause;
    shares.fill(0);
    for (let r = 0; r < tileRows && from + r < rows; r++) shares[start[from + r]! * tileRows + r] = 1;
    for (let c = 0; c < components; c++) fillTile(data, width, from, centroids.data, c, tiles);
    addTile(sums, tiles, shares);
  }
  let mixture = mixtureOf(sums, centroids.data, regularisation, covariance);

  let lowerBound = Number.NEGATIVE_INFINITY;
  let iterations = 0;
  let converged = false;
  while (iterations < maxIterations && !converged) {
    const next = createSums(components, width, size);
    let sum = 0;
    for (let at = 0; at < rows; at += block) {
      const to = Math.min(rows, at + block);
      for (let from = at; from < to; from += tileRows) {
        tileMemberships(mixture, data, from, tiles, shares, logs);
        for (let r = 0; r < tileRows; r++) {
          if (from + r < rows) sum += logs[r]!;
          else for (let c = 0; c < components; c++) shares[c * tileRows + r] = 0;
        }
        addTile(next, tiles, shares);
      }
      const pause = breathe(iterations);
      if (pause) await pause;
    }
    mixture = mixtureOf(next, mixture.means, regularisation, covariance);
    iterations++;
    converged = Math.abs(sum / rows - lowerBound) < tolerance;
    lowerBound = sum / rows;
  }
  return { mixture, lowerBound, iterations, converged };
}
