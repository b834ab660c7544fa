import type { Matrix } from "../../core/matrix.js";
import type { Random } from "../../core/random.js";
import { squaredDistance } from "../squared-distance.js";
import { moveCentres, reassignCentres } from "./batch-centres.js";
import { drawRows } from "./draw-rows.js";
import { meanVariance } from "./mean-variance.js";
import { nearestCentres } from "./nearest-centres.js";
import { watchInertia } from "./watch-inertia.js";

/** How mini-batches refine centres; see the options of `minibatch-kmeans`. */
export interface BatchOptions {
  readonly batchRows: number;
  readonly maxIterations: number;
  readonly patience: number;
  readonly tolerance: number;
  readonly reassignment: number;
  /** Called with the share of the batches done; what it returns is awaited. */
  readonly breathe: (share: number) => Promise<void> | undefined;
}

/**
 * Improves centres by mini-batches of rows drawn with replacement, step by step as scikit-learn's MiniBatchKMeans.
 *
 * @param matrix the rows
 * @param start k × columns numbers; not changed
 * @param random where the draws come from
 * @returns the centres, and how often as many rows as there are were drawn
 */
export async function refineByBatches(
  matrix: Matrix,
  start: Float64Array,
  random: Random,
  { batchRows, maxIterations, patience, tolerance, reassignment, breathe }: BatchOptions,
): Promise<{ centres: Float64Array; iterations: number }> {
  const { rows } = matrix;
  const width = matrix.columns.length;
  const k = start.length / width;
  const size = Math.min(batchRows, rows);
  const centres: Float64Array = start.slice();
  const counts = new Float64Array(k);
  const labels = new Int32Array(size);
  const enough = tolerance > 0 ? tolerance * meanVariance(matrix) : -1;
  const settles = watchInertia(rows, size, patience);
  const steps = Math.floor((maxIterations * rows) / size);
  let drawn = 0;
  let step = 0;
  while (step < steps) {
    const batch = drawRows(matrix, size, random);
    const inertia = nearestCentres(batch, width, 0, size, centres, labels) / size;
    drawn += size;
    const reassigns = counts.includes(0) || drawn >= 10 * k;
    if (reassigns) drawn = 0;
    const before = centres.slice();
    moveCentres(batch, width, labels, centres, counts);
    if (reassigns && reassignment > 0) reassignCentres(batch, width, centres, counts, reassignment, random);
    step++;
    const isSettled = settles(inertia);
    // the first step moves from the start and proves nothing
    if (step > 1 && (isSettled || squaredDistance(before, 0, centres, 0, centres.length) <= enough)) break;
    const pause = breathe(step / steps);
    if (pause) await pause;
  }
  return { centres, iterations: Math.ceil((step * size) / rows) };
}
