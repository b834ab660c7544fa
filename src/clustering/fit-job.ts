import type { Matrix } from "../core/matrix.js";
import type { ThreadWork } from "../core/threads/thread-work.js";
import type { Clustering } from "./clusterer.js";
import { findClusterer } from "./find-clusterer.js";
import { fitClusterer } from "./fit-clusterer.js";

/** One clustering to be fitted: an algorithm, its engine, its options and its seed. */
export interface ClusteringJob {
  readonly algorithm: string;
  readonly engine?: string;
  /** The algorithm's own options; defaults where left out. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Seed of every random choice; 1 where left out. */
  readonly seed?: number;
}

/** A job with the rows that it is for. */
export interface FitJob extends ClusteringJob {
  readonly matrix: Matrix;
}

/** A fit, as a thread does it: by itself, since its siblings have fits of their own. */
export const fitJob: ThreadWork<FitJob, Clustering> = {
  module: "clustering/fit-job",
  name: "fitJob",
  label: "clustering",
  run: ({ matrix, algorithm, engine, options, seed }, run) =>
    fitClusterer(findClusterer(algorithm, engine), matrix, options, {
      ...run,
      ...(seed === undefined ? {} : { seed }),
    }),
};
