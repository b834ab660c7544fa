import { SegmentLabError } from "../core/errors.js";
import type { Matrix } from "../core/matrix.js";
import type { Clustering, ClusteringModel, MixtureModel } from "./clusterer.js";
import type { PlacedRows } from "./density/approximate-labels.js";

/** What is needed of a clustering to label new rows, and no more: it is what a saved model holds. */
export type Predictor =
  /** k-means' centres, or the centroids of a hierarchical cut: row c is cluster c. */
  { readonly kind: "centres"; readonly centres: Matrix } | MixturePredictor | CorePointPredictor | DensityTreePredictor;

/** A Gaussian mixture: component c is cluster c. */
export interface MixturePredictor extends Pick<MixtureModel, "covariance" | "weights" | "means" | "covariances"> {
  readonly kind: "mixture";
}

/** DBSCAN's core points, or those of OPTICS cut at an eps. */
export interface CorePointPredictor {
  readonly kind: "core-points";
  readonly eps: number;
  readonly points: Matrix;
  /** One a core point: its cluster. */
  readonly labels: Int32Array;
}

/** HDBSCAN's rows with their places in the tree. */
export interface DensityTreePredictor extends PlacedRows {
  readonly kind: "density-tree";
  /** A row's density is taken from its neighbour of this number, itself counted. */
  readonly minSamples: number;
}

/**
 * Takes from a clustering what labels new rows.
 *
 * @param clustering as `cluster` or a comparison gives it
 * @returns plain data for `predictRows`: centres, components, core points or a tree
 * @throws SegmentLabError `bad-option` where the clustering keeps no such thing
 */
export function predictorOf({ algorithm, engine, options, labels, model }: Clustering): Predictor {
  const told = atEps(model);
  if (told.kind === "centres") return { kind: "centres", centres: told.centres };
  if (told.kind === "tree") return { kind: "centres", centres: told.centroids };
  if (told.kind === "mixture") {
    const { covariance, weights, means, covariances } = told;
    return { kind: "mixture", covariance, weights, means, covariances };
  }
  if (told.kind === "density") {
    const { eps, points, corePoints } = told;
    return { kind: "core-points", eps, points, labels: corePoints.map((row) => labels[row]!) };
  }
  if (told.kind === "density-tree") {
    const { tree, chosen, coreDistances, points } = told;
    return { kind: "density-tree", minSamples: options.minSamples as number, tree, chosen, coreDistances, points };
  }
  throw new SegmentLabError(
    "bad-option",
    `${algorithm} by ${engine} keeps no model, so it has no labels for new rows; fit it with engine "native"`,
  );
}

/** The rows that new ones are compared with, or the means: a matrix in the columns of the fit. */
export function knownRows(predictor: Predictor): Matrix {
  if (predictor.kind === "centres") return predictor.centres;
  return predictor.kind === "mixture" ? predictor.means : predictor.points;
}

/** OPTICS cut at an eps tells new rows apart as DBSCAN does. */
function atEps(model: ClusteringModel): Exclude<ClusteringModel, { kind: "reachability" }> {
  if (model.kind !== "reachability") return model;
  if (model.density) return model.density;
  throw new SegmentLabError(
    "bad-option",
    'optics with extraction "xi" has no distance within which new rows belong to a cluster; choose extraction "eps"',
  );
}
