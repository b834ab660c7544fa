import { SegmentLabError } from "../core/errors.js";
import type { Matrix } from "../core/matrix.js";
import { checkColumns } from "./check-columns.js";
import { checkMatrix } from "./check-matrix.js";
import type { Clustering, ClusteringModel } from "./clusterer.js";
import { approximateLabels } from "./density/approximate-labels.js";
import { createKdTree } from "./density/kd-tree.js";
import { mixtureMemberships } from "./mixture/mixture-memberships.js";

/**
 * Gives new rows the labels of a clustering: the nearest centre (k-means), the nearest centroid of the cut
 * (hierarchical; its own rows do not all agree, so print the agreement), the most probable component (Gaussian
 * mixture), the nearest core point within eps, else noise (DBSCAN, and OPTICS cut at an eps; exact on core points), or
 * the place in the tree that the nearest row suggests (HDBSCAN; see `approximateLabels`).
 *
 * @param clustering a finished clustering
 * @param matrix new rows, in the same columns and on the same scale as the fitted ones
 * @returns one label a row
 * @throws SegmentLabError `column-missing` when the columns differ, `bad-option` when the model cannot tell
 */
export function predictClusters(clustering: Clustering, matrix: Matrix): Int32Array {
  const { labels } = clustering;
  const model = atEps(clustering.model);
  if (model.kind === "labels") {
    const { algorithm, engine } = clustering;
    throw new SegmentLabError(
      "bad-option",
      `${algorithm} by ${engine} keeps no model, so it has no labels for new rows; fit it with engine "native"`,
    );
  }
  if (model.kind === "mixture") return mixtureMemberships(clustering, matrix).labels;
  const known = model.kind === "centres" ? model.centres : model.kind === "tree" ? model.centroids : model.points;
  checkMatrix(matrix);
  checkColumns(known, matrix);
  if (model.kind === "density-tree") return approximateLabels(clustering, model, matrix).labels;
  const width = matrix.columns.length;
  const tree = createKdTree(known);
  const row = new Int32Array(1);
  const distance = new Float64Array(1);
  const predicted: Int32Array = new Int32Array(matrix.rows).fill(-1);
  for (let i = 0; i < matrix.rows; i++) {
    if (tree.nearest(matrix.data, i * width, row, distance) === 0) continue;
    if (model.kind !== "density") predicted[i] = row[0]!;
    else if (distance[0]! <= model.eps) predicted[i] = labels[model.corePoints[row[0]!]!]!;
  }
  return predicted;
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
