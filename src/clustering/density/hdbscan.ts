import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { numberClusters } from "../number-clusters.js";
import { predictClusters } from "../predict-clusters.js";
import { condenseTree } from "./condense-tree.js";
import { densityMembers } from "./density-members.js";
import { indexRows } from "./index-rows.js";
import { joinEdges } from "./join-edges.js";
import { nearestRows } from "./nearest-rows.js";
import { densityOutlierScores } from "./outlier-scores.js";
import { reachabilityTree } from "./reachability-tree.js";
import { selectClusters } from "./select-clusters.js";

/** of each row's neighbours, how many are kept: one of them is nearly always denser */
const keptNeighbours = 16;

/**
 * HDBSCAN (Campello, Moulavi & Sander 2013): the clusters that last over all distances, without an eps. Row counts
 * below `minSamples` leave nothing but noise; rows that are all the same are one cluster.
 */
export const hdbscan: Clusterer = {
  algorithm: "hdbscan",
  engine: "native",
  options: [
    {
      name: "minClusterSize",
      default: 50,
      minimum: 2,
      whole: true,
      describes: "the least rows of a cluster; smaller groups are noise",
    },
    {
      name: "minSamples",
      default: 10,
      minimum: 1,
      whole: true,
      describes: "a row's density is taken from its neighbour of this number, itself counted",
    },
    {
      name: "selection",
      default: "eom",
      choices: ["eom", "leaf"],
      describes: "eom takes the clusters that last longest, leaf the finest ones",
    },
    {
      name: "allowSingleCluster",
      default: false,
      describes: "whether eom may take all rows for one cluster",
    },
  ],
  claims: ["noise", "permutation", "scaling", "duplicates-share-label", "non-convex"],
  fit,
  predict: predictClusters,
};

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { rows } = matrix;
  const minSamples = options.minSamples as number;
  const breathe = createBreather(run, "HDBSCAN");
  const index = indexRows(matrix);
  const near = await nearestRows(index, Math.min(minSamples, rows), keptNeighbours, (done) => breathe(done, 2 * rows));
  const edges = await reachabilityTree(index, near, (done) => breathe(rows + done, 2 * rows));
  const { order } = index;
  const inRows = (positions: Int32Array): Int32Array => positions.map((p) => order[p]!);
  const joins = joinEdges(rows, { ...edges, a: inRows(edges.a), b: inRows(edges.b) });
  const minClusterSize = options.minClusterSize as number;
  const tree = condenseTree(joins, minClusterSize);
  const chosen = selectClusters(tree, {
    method: options.selection as string,
    allowSingleCluster: options.allowSingleCluster as boolean,
    minClusterSize,
  });
  const { labels: found, strengths } = densityMembers(tree, chosen);
  const { labels, clusters, before } = numberClusters(found);
  const coreDistances: Float64Array = new Float64Array(rows);
  order.forEach((row, p) => {
    coreDistances[row] = Math.sqrt(near.last[p]!);
  });
  return {
    algorithm: "hdbscan",
    engine: "native",
    options,
    labels,
    clusters,
    model: {
      kind: "density-tree",
      tree,
      chosen: Int32Array.from(before, (old) => chosen[old]!),
      strengths,
      outlierScores: densityOutlierScores(tree),
      coreDistances,
      points: matrix,
    },
    seconds: (performance.now() - began) / 1000,
  };
}
