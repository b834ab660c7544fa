import type { Matrix } from "../../core/matrix.js";
import { clusterCentroids } from "../cluster-centroids.js";
import type { Covariance, Mixture } from "./mixture.js";
import { type MixturePasses, mixturePasses } from "./mixture-passes.js";
import { mixtureOf } from "./mixture-sums.js";
import { passRows } from "./row-tile.js";

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
  const { centroids } = clusterCentroids(matrix, start);
  const width = matrix.columns.length;
  const { covariance = "full" } = options;
  const size = covariance === "diagonal" ? width : width * width;
  const block = passRows * Math.max(1, Math.floor(1e6 / (centroids.rows * size * passRows)));
  const passes = mixturePasses(matrix, { components: centroids.rows, covariance, block });
  try {
    return await refineMixtureBy(passes, block, matrix.rows, start, centroids.data, options);
  } finally {
    passes.leave();
  }
}

/** The same by given passes over the rows, in blocks of so many. */
export async function refineMixtureBy(
  passes: MixturePasses,
  block: number,
  rows: number,
  start: Int32Array,
  centroids: Float64Array,
  options: RefineMixtureOptions,
): Promise<RefinedMixture> {
  const { tolerance = 1e-3, maxIterations = 100, regularisation = 1e-6, breathe = () => undefined } = options;
  const { covariance = "full" } = options;
  const inBlocks = async (iterations: number, work: (from: number, to: number) => void): Promise<void> => {
    for (let from = 0; from < rows; from += block) {
      work(from, Math.min(rows, from + block));
      const pause = breathe(iterations);
      if (pause) await pause;
    }
  };
  await inBlocks(0, (from, to) => passes.addStart(start, centroids, from, to));
  let mixture = mixtureOf(passes.takeSums(), centroids, regularisation, covariance);

  let lowerBound = Number.NEGATIVE_INFINITY;
  let iterations = 0;
  let converged = false;
  while (iterations < maxIterations && !converged) {
    let sum = 0;
    const former = mixture;
    await inBlocks(iterations, (from, to) => {
      sum += passes.add(former, from, to);
    });
    mixture = mixtureOf(passes.takeSums(), former.means, regularisation, covariance);
    iterations++;
    converged = Math.abs(sum / rows - lowerBound) < tolerance;
    lowerBound = sum / rows;
  }
  return { mixture, lowerBound, iterations, converged };
}
