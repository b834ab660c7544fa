import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { checkPairs } from "../limits/check-pairs.js";
import { numberClusters } from "../number-clusters.js";
import { predictClusters } from "../predict-clusters.js";
import { cutReachability } from "./cut-reachability.js";
import { epsAtKnee } from "./eps-at-knee.js";
import { indexRows } from "./index-rows.js";
import { nearestRows } from "./nearest-rows.js";
import { orderRows } from "./order-rows.js";
import { selectRows } from "./select-rows.js";
import { xiClusters } from "./xi-clusters.js";

/**
 * OPTICS (Ankerst et al. 1999): orders rows so that clusters of every density show as valleys of the reachability
 * plot, and takes clusters from it. The order starts at the first row, so it depends on the order of rows; the core
 * points' clusters at an eps do not.
 */
export const optics: Clusterer = {
  algorithm: "optics",
  engine: "native",
  options: [
    {
      name: "minPoints",
      default: 10,
      minimum: 2,
      whole: true,
      describes: "a row with so many neighbours, itself counted, is a core point",
    },
    {
      name: "maxEps",
      default: "infinite",
      minimum: 0,
      choices: ["infinite"],
      describes: "rows farther apart do not reach each other; a smaller one is faster",
    },
    {
      name: "extraction",
      default: "eps",
      choices: ["eps", "xi"],
      describes: "eps cuts the reachability at one distance, xi takes its valleys",
    },
    {
      name: "eps",
      default: "knee",
      minimum: 0,
      choices: ["knee"],
      describes: "where to cut, at most maxEps; knee takes it from the k-distance curve",
    },
    {
      name: "xi",
      default: 0.05,
      minimum: 0,
      maximum: 0.99,
      describes: "by which share the reachability falls into a valley",
    },
    {
      name: "minClusterSize",
      default: "minPoints",
      minimum: 2,
      whole: true,
      choices: ["minPoints"],
      describes: "the least rows of a valley",
    },
  ],
  claims: ["noise", "permutation", "scaling", "duplicates-share-label", "predict-equals-labels", "non-convex"],
  fit,
  predict: predictClusters,
};

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { rows } = matrix;
  const minPoints = options.minPoints as number;
  const maxEps = options.maxEps === "infinite" ? Number.POSITIVE_INFINITY : (options.maxEps as number);
  if (options.extraction === "eps" && (options.eps as number) > maxEps) {
    throw new SegmentLabError(
      "bad-option",
      `eps is ${options.eps}, above maxEps ${maxEps}; choose a smaller eps or a larger maxEps`,
    );
  }
  if (maxEps === Number.POSITIVE_INFINITY) {
    checkPairs(
      "OPTICS without maxEps",
      matrix,
      'choose a maxEps, use "hdbscan", or cluster a sample and assign all rows: clusterSample',
    );
  }
  const breathe = createBreather(run, "OPTICS");
  const index = indexRows(matrix);
  const near = await nearestRows(index, minPoints, 0, (done) => breathe(done, 2 * rows));
  const coreDistances: Float64Array = new Float64Array(rows);
  index.order.forEach((row, p) => {
    coreDistances[row] = Math.sqrt(near.last[p]!);
  });
  const eps =
    options.eps === "knee" ? Math.min(epsAtKnee(coreDistances.slice().sort()), maxEps) : (options.eps as number);
  for (let i = 0; i < rows; i++) if (coreDistances[i]! > maxEps) coreDistances[i] = Number.POSITIVE_INFINITY;
  const plot = await orderRows(matrix, coreDistances, maxEps, (done) => breathe(rows + done, 2 * rows));

  const isCut = options.extraction === "eps";
  const minClusterSize = options.minClusterSize === "minPoints" ? minPoints : (options.minClusterSize as number);
  const xi = { xi: options.xi as number, minPoints, minClusterSize };
  const { labels, clusters } = numberClusters(isCut ? cutReachability(plot, eps) : xiClusters(plot, xi));
  const corePoints: Int32Array = Int32Array.from(coreDistances.keys()).filter((i) => isCut && coreDistances[i]! <= eps);
  return {
    algorithm: "optics",
    engine: "native",
    options: isCut ? { ...options, eps } : options,
    labels,
    clusters,
    model: {
      kind: "reachability",
      plot,
      density: isCut ? { kind: "density", corePoints, eps, points: selectRows(matrix, corePoints) } : undefined,
    },
    seconds: (performance.now() - began) / 1000,
  };
}
