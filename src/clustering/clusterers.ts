import type { Clusterer } from "./clusterer.js";
import { consensus } from "./consensus/consensus.js";
import { dbscan } from "./density/dbscan.js";
import { hdbscan } from "./density/hdbscan.js";
import { optics } from "./density/optics.js";
import { densityClustering } from "./engines/density-clustering.js";
import { mlHclust } from "./engines/ml-hclust.js";
import { mlKmeans } from "./engines/ml-kmeans.js";
import { hierarchical } from "./hierarchical/hierarchical.js";
import { kmeans } from "./kmeans/kmeans.js";
import { minibatchKmeans } from "./kmeans/minibatch-kmeans.js";
import { gaussianMixture } from "./mixture/gaussian-mixture.js";

/** Every algorithm in every engine, the native engine of each algorithm first. */
export const clusterers: readonly Clusterer[] = [
  kmeans,
  mlKmeans,
  minibatchKmeans,
  hierarchical,
  mlHclust,
  dbscan,
  densityClustering,
  gaussianMixture,
  hdbscan,
  optics,
  consensus,
];
