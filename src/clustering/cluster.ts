import type { Matrix } from "../core/matrix.js";
import type { Clustering, FitOptions } from "./clusterer.js";
import { findClusterer } from "./find-clusterer.js";
import { fitClusterer } from "./fit-clusterer.js";

/** How to run an algorithm; each takes some of these, `findClusterer(name).options` lists them with their ranges. */
export interface ClusterOptions extends FitOptions {
  /** Who does the work: `native`, or a package (`ml-kmeans`, `ml-hclust`, `density-clustering`). */
  readonly engine?: string;
  /** kmeans, minibatch-kmeans, hierarchical, gaussian-mixture, consensus: the number of clusters. */
  readonly k?: number;
  /** kmeans, minibatch-kmeans, gaussian-mixture: how often to start; the best one counts. */
  readonly starts?: number;
  /** hierarchical: `ward`, `complete`, `average`, `weighted`, `single`, `centroid` or `median`; consensus: `average` or `single`. */
  readonly linkage?: string;
  /** dbscan, optics: rows at most this far apart are neighbours; `knee` takes it from the k-distance curve. */
  readonly eps?: number | "knee";
  /** dbscan, optics: a row with so many neighbours, itself counted, is a core point. */
  readonly minPoints?: number;
  /** hdbscan: the least rows of a cluster. */
  readonly minClusterSize?: number | "minPoints";
  /** hdbscan: a row's density is taken from its neighbour of this number, itself counted. */
  readonly minSamples?: number;
  /** consensus: how many k-means labelings are combined. */
  readonly labelings?: number;
  readonly [option: string]: unknown;
}

/**
 * Clusters the rows of a matrix. The same matrix, options and seed give the same clusters, numbered 0, 1, … by
 * descending size; −1 is noise.
 *
 * @param matrix rows × columns numbers, usually standardised first
 * @param algorithm `kmeans`, `hierarchical`, `dbscan`, `hdbscan`, `optics` or `consensus`
 * @param options the algorithm's own options, `seed`, `engine`, `signal`, `onProgress`
 * @returns labels, the number of clusters, the model for `predictClusters`, and the options as they were used
 * @throws SegmentLabError for an unknown name, a bad option, a value that is not a number, too many rows
 * @example const clustering = await cluster(matrix, "kmeans", { k: 5, starts: 10, seed: 1 });
 */
export async function cluster(matrix: Matrix, algorithm: string, options: ClusterOptions = {}): Promise<Clustering> {
  const { engine, signal, onProgress, threads, seed, ...own } = options;
  return fitClusterer(findClusterer(algorithm, engine), matrix, own, { signal, onProgress, threads, seed });
}
