import type { Matrix } from "../core/matrix.js";
import { checkColumns } from "./check-columns.js";
import { checkMatrix } from "./check-matrix.js";
import { approximateLabels } from "./density/approximate-labels.js";
import { createKdTree } from "./density/kd-tree.js";
import { measureMixtureNow } from "./mixture/measure-mixture.js";
import { createMixture } from "./mixture/mixture.js";
import {
  type CorePointPredictor,
  type DensityTreePredictor,
  knownRows,
  type MixturePredictor,
  type Predictor,
} from "./predictor.js";

/** What a clustering says of new rows. */
export interface PredictedRows {
  /** One a row: its cluster; −1 is noise. */
  readonly labels: Int32Array;
  /** One a row: how clearly it belongs there, 0 (on the fence) … 1, as `predictRows` defines it; NaN where undefined. */
  readonly margins: Float64Array;
}

/**
 * Labels new rows and says how clearly each belongs to its cluster. The margin is
 * - of k-means and hierarchical: (distance to the second nearest centre − to the nearest) / to the second nearest,
 *   undefined where there is one cluster only
 * - of a Gaussian mixture: the probability of the component
 * - of DBSCAN and OPTICS: 1 − distance to the nearest core point / eps
 * - of HDBSCAN: the strength of membership (`approximateLabels`)
 *
 * and undefined for noise.
 *
 * @param predictor as `predictorOf` takes it from a clustering
 * @param matrix new rows, in the columns and on the scale of the fit
 * @returns one label a row (−1 is noise) and one margin a row
 * @throws SegmentLabError `column-missing` when the columns differ, `bad-value` for a value that is not a number
 */
export function predictRows(predictor: Predictor, matrix: Matrix): PredictedRows {
  checkMatrix(matrix);
  checkColumns(knownRows(predictor), matrix);
  if (predictor.kind === "centres") return byNearestCentre(predictor.centres, matrix);
  if (predictor.kind === "mixture") return byMembership(predictor, matrix);
  return predictor.kind === "core-points" ? byCorePoint(predictor, matrix) : byDensityTree(predictor, matrix);
}

function byNearestCentre(centres: Matrix, matrix: Matrix): PredictedRows {
  const predicted = emptyRows(matrix);
  const near = new Int32Array(2);
  const distances = new Float64Array(2);
  const tree = createKdTree(centres);
  for (let i = 0; i < matrix.rows; i++) {
    const found = tree.nearest(matrix.data, i * matrix.columns.length, near, distances);
    predicted.labels[i] = near[0]!;
    const nearest = distances[0]!;
    const second = distances[1]!;
    if (found > 1) predicted.margins[i] = second === 0 ? 0 : (second - nearest) / second;
  }
  return predicted;
}

function byMembership({ covariance, weights, means, covariances }: MixturePredictor, matrix: Matrix): PredictedRows {
  const mixture = createMixture({ covariance, weights, means: means.data, covariances });
  const { labels, memberships } = measureMixtureNow(mixture, matrix);
  return { labels, margins: Float64Array.from(labels, (label, i) => memberships[i * weights.length + label]!) };
}

function byCorePoint({ eps, points, labels }: CorePointPredictor, matrix: Matrix): PredictedRows {
  const predicted = emptyRows(matrix);
  const near = new Int32Array(1);
  const distances = new Float64Array(1);
  const tree = createKdTree(points);
  for (let i = 0; i < matrix.rows; i++) {
    const found = tree.nearest(matrix.data, i * matrix.columns.length, near, distances);
    if (found === 0 || !(distances[0]! <= eps)) continue;
    predicted.labels[i] = labels[near[0]!]!;
    predicted.margins[i] = eps === 0 ? 1 : 1 - distances[0]! / eps;
  }
  return predicted;
}

function byDensityTree(predictor: DensityTreePredictor, matrix: Matrix): PredictedRows {
  const { labels, strengths } = approximateLabels({ options: { minSamples: predictor.minSamples } }, predictor, matrix);
  return { labels, margins: strengths.map((strength, i) => (labels[i]! < 0 ? Number.NaN : strength)) };
}

/** Noise everywhere, until something is found. */
function emptyRows({ rows }: Matrix): PredictedRows {
  return { labels: new Int32Array(rows).fill(-1), margins: new Float64Array(rows).fill(Number.NaN) };
}
