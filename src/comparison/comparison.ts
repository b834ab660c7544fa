import type { Clustering } from "../clustering/clusterer.js";
import type { Matrix } from "../core/matrix.js";
import type { Candidate } from "./candidates.js";
import type { Weighing } from "./weighing/weigh-finalists.js";

/** One candidate with its result and the criteria it is judged by. */
export interface ComparedRun {
  readonly name: string;
  readonly candidate: Candidate;
  /** The rows it was fitted on. */
  readonly matrix: Matrix;
  readonly clustering: Clustering;
  /** Share of the rows that are noise. */
  readonly noiseShare: number;
  /** Mean silhouette over all rows, noise counted as 0; NaN where there are fewer than 2 clusters. */
  readonly silhouette: number;
  /** Davies–Bouldin index of the rows that are no noise: smaller is better; NaN under 2 clusters. */
  readonly daviesBouldin: number;
  /** Calinski–Harabasz index of the rows that are no noise: larger is better; NaN under 2 clusters. */
  readonly calinskiHarabasz: number;
  /** Silhouette of each row. */
  readonly silhouettes: Float64Array;
}

/** A candidate that could not be fitted. */
export interface FailedCandidate {
  readonly name: string;
  readonly candidate: Candidate;
  /** Why, and what to do. */
  readonly reason: string;
}

/** Candidates side by side on one matrix. */
export interface Comparison<M extends Matrix = Matrix> {
  readonly matrix: M;
  readonly runs: readonly ComparedRun[];
  readonly failures: readonly FailedCandidate[];
  /** Stability of the best runs, the null, and the answer on structure; null where they were not asked for. */
  readonly weighed: Weighing | null;
  /** Distances to the 10th nearest row, ascending, with the knee that suggests eps. */
  readonly kDistances: {
    readonly sorted: Float64Array;
    readonly knee: number;
    readonly eps: number;
    readonly minPoints: number;
  };
}
