import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import type { Clusterer, Clustering, FitOptions, OptionDefinition, OptionValues } from "../clusterer.js";
import { numberClusters } from "../number-clusters.js";
import { predictClusters } from "../predict-clusters.js";
import { createKdTree } from "./kd-tree.js";
import { selectRows } from "./select-rows.js";
import { suggestEps } from "./suggest-eps.js";

/** The options of DBSCAN, in every engine. */
export const dbscanOptions: readonly OptionDefinition[] = [
  {
    name: "eps",
    default: "knee",
    minimum: 0,
    choices: ["knee"],
    describes: "rows at most this far apart are neighbours; knee takes it from the k-distance curve",
  },
  {
    name: "minPoints",
    default: 10,
    minimum: 1,
    whole: true,
    describes: "a row with so many neighbours, itself counted, is a core point",
  },
];

/**
 * DBSCAN (Ester et al. 1996): core points within eps of each other share a cluster; a border point joins, of the
 * clusters it neighbours, the one with the smallest core row; what is left is noise, −1.
 */
export const dbscan: Clusterer = {
  algorithm: "dbscan",
  engine: "native",
  options: dbscanOptions,
  claims: ["noise", "permutation", "scaling", "duplicates-share-label", "predict-equals-labels", "non-convex"],
  fit,
  predict: predictClusters,
};

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { data, rows, columns } = matrix;
  const width = columns.length;
  const minPoints = options.minPoints as number;
  const { signal } = run;
  const eps = options.eps === "knee" ? await suggestEps(matrix, minPoints, { signal }) : (options.eps as number);
  const breathe = createBreather(run, "DBSCAN");
  const tree = createKdTree(matrix);
  const found = new Int32Array(rows);

  const isCore = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    isCore[i] = tree.within(data, i * width, eps, found, minPoints) >= minPoints ? 1 : 0;
    const pause = breathe(i, 2 * rows);
    if (pause) await pause;
  }

  const labels = new Int32Array(rows).fill(-1);
  const queue = new Int32Array(rows);
  let expanded = 0;
  let next = 0;
  for (let seed = 0; seed < rows; seed++) {
    if (!isCore[seed] || labels[seed]! >= 0) continue;
    queue[0] = seed;
    labels[seed] = next;
    tree.forget(seed);
    // in the order of their smallest core rows, clusters take all border points within reach
    for (let at = 0, length = 1; at < length; at++) {
      const neighbours = tree.within(data, queue[at]! * width, eps, found);
      for (let f = 0; f < neighbours; f++) {
        const row = found[f]!;
        labels[row] = next;
        // who has a cluster need not be found again
        tree.forget(row);
        if (isCore[row]) queue[length++] = row;
      }
      const pause = breathe(rows + ++expanded, 2 * rows);
      if (pause) await pause;
    }
    next++;
  }

  const corePoints: Int32Array = Int32Array.from(isCore.keys()).filter((i) => isCore[i] === 1);
  const numbered = numberClusters(labels);
  return {
    algorithm: "dbscan",
    engine: "native",
    options: { ...options, eps },
    labels: numbered.labels,
    clusters: numbered.clusters,
    model: { kind: "density", corePoints, eps, points: selectRows(matrix, corePoints) },
    seconds: (performance.now() - began) / 1000,
  };
}
