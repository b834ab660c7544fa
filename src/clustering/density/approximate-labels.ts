import type { Matrix } from "../../core/matrix.js";
import type { Clustering, HdbscanModel } from "../clusterer.js";
import type { CondensedTree } from "./condensed-tree.js";
import { createKdTree } from "./kd-tree.js";

/** What of an HDBSCAN clustering tells where a new row stands. */
export interface PlacedRows extends Pick<HdbscanModel, "chosen" | "coreDistances" | "points"> {
  readonly tree: Pick<CondensedTree, "parent" | "birth" | "death" | "rowCluster" | "rowLambda">;
}

/** The clusters that new rows would most likely have joined. */
export interface ApproximateLabels {
  /** One a row; −1 is noise. */
  readonly labels: Int32Array;
  /** One a row: how firmly it belongs, 0 … 1; 0 for noise. */
  readonly strengths: Float64Array;
}

/**
 * Finds where new rows stand in the tree of an HDBSCAN clustering, one by one, without changing the tree: beside the
 * row nearest by mutual reachability, as deep as their distance allows (the `approximate_predict` of the package
 * hdbscan). A fitted row, asked again, is its own neighbour and may come out denser than it was.
 *
 * @param clustering a clustering by HDBSCAN: its options
 * @param rows the same clustering's model: tree, chosen clusters, core distances and fitted rows
 * @param matrix new rows, in the columns of the fit
 * @returns one cluster a row (−1 is noise), with the strength of each membership
 */
export function approximateLabels(
  { options }: Pick<Clustering, "options">,
  { tree, chosen, coreDistances, points }: PlacedRows,
  matrix: Matrix,
): ApproximateLabels {
  const { parent, birth, death, rowCluster, rowLambda } = tree;
  const labels: Int32Array = new Int32Array(matrix.rows).fill(-1);
  const strengths: Float64Array = new Float64Array(matrix.rows);
  const numberOf = new Int32Array(parent.length).fill(-1);
  chosen.forEach((cluster, number) => {
    numberOf[cluster] = number;
  });
  for (let c = 1; c < parent.length; c++) if (numberOf[c] === -1) numberOf[c] = numberOf[parent[c]!]!;

  const minSamples = options.minSamples as number;
  if (points.rows < minSamples) return { labels, strengths };
  const index = createKdTree(points);
  const near = new Int32Array(Math.min(points.rows, Math.max(minSamples, 2 * minSamples - 2)));
  const distances = new Float64Array(near.length);
  for (let i = 0; i < matrix.rows; i++) {
    const count = index.nearest(matrix.data, i * matrix.columns.length, near, distances);
    let best = Number.POSITIVE_INFINITY;
    let neighbour = -1;
    for (let s = 0; s < count; s++) {
      const reach = Math.max(distances[minSamples - 1]!, distances[s]!, coreDistances[near[s]!]!);
      if (reach < best) {
        best = reach;
        neighbour = near[s]!;
      }
    }
    const lambda = 1 / best;
    let cluster = rowCluster[neighbour]!;
    if (rowLambda[neighbour]! > lambda) while (cluster > 0 && birth[cluster]! >= lambda) cluster = parent[cluster]!;
    labels[i] = numberOf[cluster]!;
    if (labels[i]! < 0) continue;
    const most = death[chosen[labels[i]!]!]!;
    strengths[i] = lambda >= most ? 1 : lambda / most;
  }
  return { labels, strengths };
}
