import { calinskiHarabasz } from "../../clustering/metrics/calinski-harabasz.js";
import { daviesBouldin } from "../../clustering/metrics/davies-bouldin.js";
import { densityValidity } from "../../clustering/metrics/density-validity.js";
import { silhouetteScore } from "../../clustering/metrics/silhouette-score.js";
import { silhouettes } from "../../clustering/metrics/silhouettes.js";
import { sampleRows } from "../../clustering/sample/sample-rows.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import type { Candidate } from "../candidates.js";
import { fitLabels } from "../stability/fit-labels.js";

/** By what a clustering is held against the null: larger is better, but for `davies-bouldin`. */
export type NullCriterion = "silhouette" | "calinski-harabasz" | "davies-bouldin" | "density-validity";

/** How candidates are scored. */
export interface ScoreOptions extends Pick<RunOptions, "signal"> {
  readonly criterion: NullCriterion;
  readonly seed: number;
  /** Silhouettes are averaged over so many rows, drawn by the seed, where there are more. */
  readonly sample: number;
}

/**
 * Fits candidates to one matrix and scores each: one task of `nullComparison`, a pure function of its arguments.
 *
 * @param matrix the rows, real ones or a surrogate
 * @param candidates algorithms with options
 * @returns one score a candidate; NaN where it finds fewer than two clusters
 */
export async function scoreCandidates(
  matrix: Matrix,
  candidates: readonly Candidate[],
  { criterion, seed, sample, signal }: ScoreOptions,
): Promise<Float64Array> {
  const labelings: Int32Array[] = [];
  for (const candidate of candidates) labelings.push((await fitLabels(matrix, candidate, seed, { signal })).labels);
  if (criterion === "silhouette") {
    const drawn = matrix.rows > sample ? sampleRows(matrix, sample, seed) : undefined;
    const [chosen, judged] = [drawn?.rows, drawn?.matrix ?? matrix];
    const picked = chosen ? labelings.map((labels) => Int32Array.from(chosen, (row) => labels[row]!)) : labelings;
    return Float64Array.from(await silhouettes(judged, picked, { signal }), (values) => silhouetteScore(values));
  }
  const scores: Float64Array = new Float64Array(candidates.length);
  for (const [i, labels] of labelings.entries()) {
    if (criterion === "density-validity")
      scores[i] = (await densityValidity(matrix, labels, { ties: "shorter", signal })).index;
    else scores[i] = criterion === "davies-bouldin" ? daviesBouldin(matrix, labels) : calinskiHarabasz(matrix, labels);
  }
  return scores;
}
