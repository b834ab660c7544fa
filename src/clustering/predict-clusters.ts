import type { Matrix } from "../core/matrix.js";
import type { Clustering } from "./clusterer.js";
import { predictRows } from "./predict-rows.js";
import { predictorOf } from "./predictor.js";

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
  return predictRows(predictorOf(clustering), matrix).labels;
}
