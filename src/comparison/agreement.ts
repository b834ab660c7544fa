import { adjustedRandIndex } from "../clustering/metrics/adjusted-rand-index.js";
import type { ComparedRun } from "./comparison.js";

/**
 * How far clusterings agree, pair by pair, as the adjusted Rand index (Hubert and Arabie 1985): 1 for the same
 * partition, about 0 for two that have nothing to do with each other. Noise counts as one more group.
 *
 * @param runs the runs of a comparison, two or more
 * @returns the runs' names and a row-major matrix, names × names
 */
export function agreement(runs: readonly ComparedRun[]): { names: string[]; values: Float64Array } {
  const values: Float64Array = new Float64Array(runs.length ** 2).fill(1);
  runs.forEach((a, i) => {
    runs.slice(0, i).forEach((b, j) => {
      const index = adjustedRandIndex(a.clustering.labels, b.clustering.labels);
      values[i * runs.length + j] = index;
      values[j * runs.length + i] = index;
    });
  });
  return { names: runs.map(({ name }) => name), values };
}
