import { clusterMany } from "../../src/clustering/cluster-many.js";
import type { Clustering, FitOptions, OptionValues } from "../../src/clustering/clusterer.js";
import { indexRows } from "../../src/clustering/density/index-rows.js";
import { kDistances } from "../../src/clustering/density/k-distances.js";
import { nearestRows } from "../../src/clustering/density/nearest-rows.js";
import { reachabilityTree } from "../../src/clustering/density/reachability-tree.js";
import { selectRows } from "../../src/clustering/density/select-rows.js";
import { findClusterer } from "../../src/clustering/find-clusterer.js";
import { fitClusterer } from "../../src/clustering/fit-clusterer.js";
import { type Linkage, mergeTree } from "../../src/clustering/hierarchical/merge-tree.js";
import { refineCentres } from "../../src/clustering/kmeans/refine-centres.js";
import { silhouettes } from "../../src/clustering/metrics/silhouettes.js";
import { measureMixture } from "../../src/clustering/mixture/measure-mixture.js";
import { refineMixture } from "../../src/clustering/mixture/refine-mixture.js";
import type { Matrix } from "../../src/core/matrix.js";
import type { MethodName, MethodParameters, MethodResult } from "./method-request.js";

/** How our side is asked to run. */
export interface OwnRun extends FitOptions {
  readonly threads: number;
  readonly engine?: string;
  /** As in the request. */
  readonly labels?: Int32Array;
}

type OwnMethod = (matrix: Matrix, parameters: MethodParameters, run: OwnRun) => Promise<MethodResult>;

/** How we do each method, through the same functions that a notebook calls. */
export const ownMethods: Readonly<Record<MethodName, OwnMethod>> = {
  "kmeans-sweep": async (matrix, { start, end, starts }, run) => {
    const { engine, seed, threads } = run;
    const ks = Array.from({ length: Number(end) - Number(start) + 1 }, (_, i) => Number(start) + i);
    if (engine) {
      const figures: number[] = [];
      for (const k of ks) figures.push(await leastInertia(matrix, k, Number(starts), run));
      return { figures };
    }
    // the largest k first, so that no thread is left with it at the end
    const jobs = ks
      .toReversed()
      .map((k) => ({ algorithm: "kmeans", options: { k, starts: Number(starts) }, seed: seed ?? 1 }));
    const outcomes = await clusterMany(matrix, jobs, { threads });
    return { figures: outcomes.toReversed().map(({ value, error }) => (value ? inertiaOf(value) : fail(error!))) };
  },
  "kmeans-from-rows": async (matrix, { start, end, starts }, { labels }) => {
    const figures: number[] = [];
    let at = 0;
    for (let k = Number(start); k <= Number(end); k++) {
      for (let s = 0; s < Number(starts); s++, at += k) {
        const centres = selectRows(matrix, labels!.subarray(at, at + k)).data;
        figures.push((await refineCentres(matrix, centres)).inertia);
      }
    }
    return { figures };
  },
  linkage: async (matrix, { linkage }, run) => {
    if (run.engine)
      return { values: treeHeights(await cluster("hierarchical", matrix, { linkage: linkage!, k: 2 }, run)) };
    return { values: (await mergeTree(matrix, { ...run, linkage: linkage as Linkage })).height.slice().sort() };
  },
  dbscan: async (matrix, { eps, minPoints }, run) => ({
    labels: (await cluster("dbscan", matrix, { eps: eps!, minPoints: minPoints! }, run)).labels,
  }),
  "k-distance": async (matrix, { minPoints }, run) => ({ values: await kDistances(matrix, Number(minPoints), run) }),
  hdbscan: async (matrix, { minClusterSize, minSamples }, run) => ({
    labels: (await cluster("hdbscan", matrix, { minClusterSize: minClusterSize!, minSamples: minSamples! }, run))
      .labels,
  }),
  "hdbscan-tree": async (matrix, { minSamples }) => {
    const index = indexRows(matrix);
    const near = await nearestRows(index, Number(minSamples), 0, () => undefined);
    const { reach } = await reachabilityTree(index, near, () => undefined);
    return { values: reach.map(Math.sqrt).sort() };
  },
  optics: async (matrix, { minPoints, eps }, run) => {
    const { labels, model } = await cluster("optics", matrix, { minPoints: minPoints!, eps: eps! }, run);
    if (model.kind !== "reachability") throw new Error(`OPTICS left a model of ${model.kind}`);
    return { labels, values: model.plot.coreDistances.slice().sort() };
  },
  "gaussian-mixture": async (matrix, { k, starts }, run) => {
    const { model } = await cluster("gaussian-mixture", matrix, { k: k!, starts: starts! }, run);
    if (model.kind !== "mixture") throw new Error(`the mixture left a model of ${model.kind}`);
    return { figures: [model.logLikelihood] };
  },
  "mixture-from-labels": async (matrix, _, { labels }) => {
    const { mixture } = await refineMixture(matrix, labels!, { covariance: "full" });
    return { figures: [(await measureMixture(mixture, matrix, () => undefined)).logLikelihood] };
  },
  silhouette: async (matrix, _, { labels, ...run }) => ({ values: (await silhouettes(matrix, [labels!], run))[0]! }),
};

function cluster(algorithm: string, matrix: Matrix, options: OptionValues, run: OwnRun): Promise<Clustering> {
  return fitClusterer(findClusterer(algorithm, run.engine), matrix, options, run);
}

/** A package knows one start only, so it is called as often, each time with another seed. */
/** A package starts once: we start it as often. */
async function leastInertia(matrix: Matrix, k: number, starts: number, run: OwnRun): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < starts; start++) {
    const seed = (run.seed ?? 1) * starts + start;
    least = Math.min(least, inertiaOf(await cluster("kmeans", matrix, { k }, { ...run, seed })));
  }
  return least;
}

function fail(error: Error): never {
  throw error;
}

function inertiaOf({ model }: Clustering): number {
  if (model.kind !== "centres") throw new Error(`k-means left a model of ${model.kind}`);
  return model.inertia;
}

function treeHeights({ model }: Clustering): Float64Array {
  if (model.kind !== "tree") throw new Error(`the linkage left a model of ${model.kind}`);
  return model.tree.height.slice().sort();
}
