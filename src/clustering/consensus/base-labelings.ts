import type { Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import { createRandom } from "../../core/random.js";
import type { FitOptions } from "../clusterer.js";
import { fitClusterer } from "../fit-clusterer.js";
import { kmeans } from "../kmeans/kmeans.js";

/** Which k-means labelings to make. */
export interface BaseOptions extends FitOptions {
  /** How many. */
  readonly labelings: number;
  /** Each has its own k, drawn from here … */
  readonly leastK: number;
  /** … to here. */
  readonly mostK: number;
}

/**
 * Makes labelings that differ: k-means from one start each, k and start drawn by the seed.
 *
 * @param matrix the rows
 * @returns one array of labels a clustering
 */
export async function baseLabelings(
  matrix: Matrix,
  { labelings, leastK, mostK, seed = 1, signal, onProgress }: BaseOptions,
): Promise<Int32Array[]> {
  const random = createRandom(seed);
  const label = "base labelings";
  const breathe = createBreather({ signal, onProgress }, label);
  const made: Int32Array[] = [];
  for (let l = 0; l < labelings; l++) {
    const k = leastK + random.integer(mostK - leastK + 1);
    const fit = await fitClusterer(
      kmeans,
      matrix,
      { k, starts: 1 },
      {
        seed: random.integer(2 ** 31),
        signal,
        onProgress:
          onProgress && (({ done, total }) => onProgress({ done: l + done / total, total: labelings, label })),
      },
    );
    made.push(fit.labels);
    const pause = breathe(l + 1, labelings);
    if (pause) await pause;
  }
  return made;
}
