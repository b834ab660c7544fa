import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import { createRandom } from "../../core/random.js";
import type { ThreadWork } from "../../core/threads/thread-work.js";
import { plusPlusCentres } from "./plus-plus-centres.js";
import { type RefinedCentres, refineCentres } from "./refine-centres.js";

/** What one start of k-means needs. */
export interface StartInput {
  readonly matrix: Matrix;
  readonly k: number;
  readonly seed: number;
  readonly maxIterations: number;
  readonly tolerance: number;
}

/** One start of k-means, with a seed of its own so that it is the same on any thread. */
export const kmeansStart: ThreadWork<StartInput, RefinedCentres> = {
  module: "clustering/kmeans/kmeans-start",
  name: "kmeansStart",
  label: "k-means",
  async run({ matrix, k, seed, maxIterations, tolerance }, run) {
    const breathe = createBreather(run, "k-means");
    const report = (iterations: number) => breathe(iterations, maxIterations);
    const centres = await plusPlusCentres(matrix, k, createRandom(seed), () => report(0));
    return refineCentres(matrix, centres, { maxIterations, tolerance, breathe: report });
  },
};
