import type { Clustering } from "../clustering/clusterer.js";
import { calinskiHarabasz } from "../clustering/metrics/calinski-harabasz.js";
import { daviesBouldin } from "../clustering/metrics/davies-bouldin.js";
import { silhouetteScore } from "../clustering/metrics/silhouette-score.js";
import type { Matrix } from "../core/matrix.js";
import { type Candidate, candidateName } from "./candidates.js";
import type { ComparedRun } from "./comparison.js";

/** A candidate's clustering with the criteria that every candidate is judged by. */
export function judgeRun(
  matrix: Matrix,
  candidate: Candidate,
  clustering: Clustering,
  silhouettes: Float64Array,
): ComparedRun {
  const { labels, clusters } = clustering;
  const noise = labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0);
  const isJudged = clusters > 1;
  return {
    name: candidateName(candidate),
    candidate,
    matrix,
    clustering,
    noiseShare: noise / labels.length,
    silhouette: isJudged ? silhouetteScore(silhouettes) : Number.NaN,
    daviesBouldin: isJudged ? daviesBouldin(matrix, labels) : Number.NaN,
    calinskiHarabasz: isJudged ? calinskiHarabasz(matrix, labels) : Number.NaN,
    silhouettes,
  };
}
