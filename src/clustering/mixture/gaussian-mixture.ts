import { formatNumber } from "../../core/format.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import { createRandom } from "../../core/random.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { plusPlusCentres } from "../kmeans/plus-plus-centres.js";
import { refineCentres } from "../kmeans/refine-centres.js";
import { checkBytes } from "../limits/check-bytes.js";
import { numberClusters } from "../number-clusters.js";
import { predictClusters } from "../predict-clusters.js";
import { findAtoms } from "./find-atoms.js";
import { measureMixture } from "./measure-mixture.js";
import { type Covariance, createMixture, type Mixture } from "./mixture.js";
import { mixtureWarnings } from "./mixture-warnings.js";
import { type RefinedMixture, refineMixture } from "./refine-mixture.js";

/**
 * A Gaussian mixture by expectation maximisation from a k-means start; each row's cluster is the component it belongs
 * to most. Where k is above the number of distinct rows there are as many components as distinct rows.
 */
export const gaussianMixture: Clusterer = {
  algorithm: "gaussian-mixture",
  engine: "native",
  options: [
    { name: "k", default: 5, minimum: 1, maximum: "rows", whole: true, describes: "the number of components" },
    {
      name: "covariance",
      default: "full",
      choices: ["full", "diagonal"],
      describes: "whether the columns may correlate within a component",
    },
    { name: "starts", default: 1, minimum: 1, whole: true, describes: "how often to start; the likeliest one counts" },
    { name: "maxIterations", default: 100, minimum: 1, whole: true, describes: "iterations of one start at most" },
    {
      name: "tolerance",
      default: 1e-3,
      minimum: 0,
      describes: "a start ends when the mean log-likelihood of a row changes by less",
    },
    {
      name: "regularisation",
      default: 1e-6,
      minimum: 0,
      describes: "added to every variance, so that no component shrinks to nothing",
    },
  ],
  claims: ["duplicates-share-label", "predict-equals-labels"],
  fit,
  predict: predictClusters,
};

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { k, starts, maxIterations, tolerance, regularisation } = options as Record<string, number>;
  const covariance = options.covariance as Covariance;
  checkBytes(
    `memberships of ${formatNumber(matrix.rows)} rows in ${formatNumber(k!)} components`,
    matrix.rows * k! * 8,
    "choose a smaller k, or cluster a sample and assign all rows: clusterSample",
  );
  const seed = run.seed ?? 1;
  const random = createRandom(seed);
  const breathe = createBreather(run, "Gaussian mixture");
  let best: RefinedMixture | undefined;
  for (let start = 0; start < starts!; start++) {
    const report = (iterations: number) => breathe(start * maxIterations! + iterations, starts! * maxIterations!);
    const centres = await plusPlusCentres(matrix, k!, random, () => report(0));
    const { labels } = await refineCentres(matrix, centres, { breathe: () => report(0) });
    const refined = await refineMixture(matrix, numberClusters(labels).labels, {
      covariance,
      maxIterations,
      tolerance,
      regularisation,
      breathe: report,
    });
    // a gain within rounding is the same solution found again
    if (!best || refined.lowerBound > best.lowerBound + 1e-12) best = refined;
  }
  const finish = () => breathe(starts! * maxIterations!, starts! * maxIterations!);
  const found = await measureMixture(best!.mixture, matrix, finish);
  const atoms = await findAtoms(matrix, undefined, finish);
  const { labels, clusters, before } = numberClusters(found.labels);
  const mixture = orderComponents(best!.mixture, before);
  const components = mixture.weights.length;
  const width = matrix.columns.length;
  const parameters = components * (covariance === "full" ? (width * (width + 1)) / 2 : width) + components * width;
  const deviance = -2 * found.logLikelihood * matrix.rows;
  const ids = Array.from({ length: components }, (_, c) => String(c));
  return {
    algorithm: "gaussian-mixture",
    engine: "native",
    options: { ...options, seed },
    labels,
    clusters,
    model: {
      kind: "mixture",
      covariance,
      weights: mixture.weights,
      means: { data: mixture.means, rows: components, columns: matrix.columns, ids },
      covariances: mixture.covariances,
      logLikelihood: found.logLikelihood,
      bic: deviance + (parameters + components - 1) * Math.log(matrix.rows),
      aic: deviance + 2 * (parameters + components - 1),
      iterations: best!.iterations,
      converged: best!.converged,
    },
    warnings: mixtureWarnings(atoms, mixture, { ...best!, maxIterations: maxIterations! }, regularisation!),
    seconds: (performance.now() - began) / 1000,
  };
}

/** Components in the order of their clusters; those that no row belongs to most stand behind. */
function orderComponents({ covariance, weights, means, covariances }: Mixture, before: Int32Array): Mixture {
  const order = [...before, ...weights.keys()].filter((c, at, all) => all.indexOf(c) === at);
  const reorder = (values: Float64Array): Float64Array => {
    const size = values.length / order.length;
    const result: Float64Array = new Float64Array(values.length);
    order.forEach((old, c) => {
      result.set(values.subarray(old * size, (old + 1) * size), c * size);
    });
    return result;
  };
  return createMixture({
    covariance,
    weights: reorder(weights),
    means: reorder(means),
    covariances: reorder(covariances),
  });
}
