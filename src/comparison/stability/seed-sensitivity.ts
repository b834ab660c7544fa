import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import type { Candidate } from "../candidates.js";
import { fitLabels } from "./fit-labels.js";

/** How far a clustering hangs on its seed. */
export interface SeedSensitivity {
  readonly seeds: readonly number[];
  /** seeds × seeds adjusted Rand indices, row after row, 1 on the diagonal. */
  readonly agreement: Float64Array;
  /** Mean over the pairs of seeds; 1 where the seed changes nothing. */
  readonly mean: number;
  /** The pair that agrees least. */
  readonly least: number;
}

/**
 * Fits a candidate with several seeds and compares the results (adjusted Rand index; Hubert and Arabie 1985). Below 1
 * the algorithm has several answers of nearly the same quality: give it more starts, or doubt the borders.
 *
 * @param matrix rows × columns
 * @param candidate an algorithm with its options
 * @param options `seeds`, 1 … 10 where left out; `signal`, `onProgress`
 * @returns the agreement of each pair of seeds, their mean and the least
 * @example const { mean } = await seedSensitivity(matrix, { algorithm: "kmeans", options: { k: 5 } });
 */
export async function seedSensitivity(
  matrix: Matrix,
  candidate: Candidate,
  options: RunOptions & { readonly seeds?: readonly number[] } = {},
): Promise<SeedSensitivity> {
  const { seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], signal } = options;
  const breathe = createBreather(options, "seed sensitivity");
  const labelings: Int32Array[] = [];
  for (const [i, seed] of seeds.entries()) {
    labelings.push((await fitLabels(matrix, candidate, seed, { signal })).labels);
    await breathe(i + 1, seeds.length);
  }
  const agreement: Float64Array = new Float64Array(seeds.length ** 2).fill(1);
  const pairs: number[] = [];
  for (let a = 0; a < seeds.length; a++) {
    for (let b = 0; b < a; b++) {
      const index = adjustedRandIndex(labelings[a]!, labelings[b]!);
      agreement[a * seeds.length + b] = agreement[b * seeds.length + a] = index;
      pairs.push(index);
    }
  }
  const mean = pairs.length === 0 ? 1 : pairs.reduce((sum, index) => sum + index, 0) / pairs.length;
  return { seeds, agreement, mean, least: Math.min(1, ...pairs) };
}
