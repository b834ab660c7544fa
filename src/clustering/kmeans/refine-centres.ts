import type { Matrix } from "../../core/matrix.js";
import { squaredDistance } from "../squared-distance.js";
import { measureCentres } from "./assign-rows.js";
import { meanCentres } from "./mean-centres.js";
import { type RowPasses, rowPasses } from "./row-passes.js";

/** Where one start of k-means ended. */
export interface RefinedCentres {
  /** k × columns numbers, row after row. */
  readonly centres: Float64Array;
  /** One a row: the number of the nearest centre. */
  readonly labels: Int32Array;
  /** The sum of squared distances of the rows to their centres. */
  readonly inertia: number;
  readonly iterations: number;
}

/** When one start of k-means ends. */
export interface RefineOptions {
  /** Ends when the squared moves of all centres sum to no more than this times the mean variance of the columns. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
  /** Called with the number of iterations done; what it returns is awaited. */
  readonly breathe?: (iterations: number) => Promise<void> | undefined;
}

/**
 * Improves given centres by Lloyd's iterations until they settle: k-means from a known start. Distances that
 * cannot matter are skipped (Hamerly 2010); the result is the same.
 *
 * @param matrix the rows to cluster
 * @param start k × columns numbers, row after row: the starting centres; not changed
 * @returns centres, labels (in the order of the starting centres), inertia and the number of iterations
 */
export async function refineCentres(
  matrix: Matrix,
  start: Float64Array,
  options: RefineOptions = {},
): Promise<RefinedCentres> {
  const passes = rowPasses(matrix, start);
  try {
    return await refineBy(passes, options);
  } finally {
    passes.leave();
  }
}

/** The same by given passes over the rows. */
export async function refineBy(
  { state, variance, ...passes }: RowPasses,
  { tolerance = 1e-4, maxIterations = 300, breathe = () => undefined }: RefineOptions,
): Promise<RefinedCentres> {
  const { data, width, k, centres, labels, moved } = state;
  const rows = labels.length;
  const enough = tolerance * variance;
  const block = Math.max(16, Math.floor(2e6 / (k * width)));

  const assign = async (iterations: number): Promise<number> => {
    measureCentres(state);
    let changed = 0;
    for (let from = 0; from < rows; from += block) {
      changed += passes.assign(from, Math.min(rows, from + block));
      const pause = breathe(iterations);
      if (pause) await pause;
    }
    return changed;
  };

  /** Moves the centres to the means of their rows; returns the sum of the squared moves. */
  const moveTo = (means: Float64Array, from: Float64Array): number => {
    let shift = 0;
    for (let c = 0; c < k; c++) {
      const move = squaredDistance(means, c * width, from, c * width, width);
      moved[c] = Math.sqrt(move);
      shift += move;
    }
    centres.set(means);
    return shift;
  };

  let iterations = 0;
  let settled = false;
  let shift = Number.POSITIVE_INFINITY;
  // how many labels changed since the sums were exact
  let stale = rows;
  while (iterations < maxIterations && !settled && shift > enough) {
    const changed = await assign(iterations);
    iterations++;
    settled = changed === 0 && iterations > 1;
    const before = centres.slice();
    const move = () => moveTo(meanCentres(data, width, labels, before, passes.sums()), before);
    stale += changed;
    if (stale <= rows / 8) shift = move();
    // the end is decided on exact sums
    if (stale > rows / 8 || (stale > 0 && (settled || shift <= enough || iterations === maxIterations))) {
      passes.sumAgain();
      stale = 0;
      shift = move();
    }
  }
  // labels always belong to the centres that are returned
  if (!settled || shift > 0) await assign(iterations);
  return { centres: centres.slice(), labels: labels.slice(), inertia: passes.inertia(), iterations };
}
