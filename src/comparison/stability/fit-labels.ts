import { cluster } from "../../clustering/cluster.js";
import type { Clustering } from "../../clustering/clusterer.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import type { Candidate } from "../candidates.js";

/**
 * Fits a candidate as `compareClusterings` would, with a seed: the one place where refits, surrogates and references
 * call an algorithm.
 *
 * @param matrix the rows
 * @param candidate an algorithm with its options
 * @param seed of every random choice
 */
export function fitLabels(
  matrix: Matrix,
  { algorithm, engine, options }: Candidate,
  seed: number,
  { signal }: Pick<RunOptions, "signal"> = {},
): Promise<Clustering> {
  return cluster(matrix, algorithm, { ...options, ...(engine && { engine }), seed, signal });
}
