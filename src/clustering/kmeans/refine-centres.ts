import type { Matrix } from "../../core/matrix.js";
import { squaredDistance } from "../squared-distance.js";
import { type Assignment, assignRows, measureCentres } from "./assign-rows.js";
import { meanCentres } from "./mean-centres.js";
import { meanVariance } from "./mean-variance.js";

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
  { tolerance = 1e-4, maxIterations = 300, breathe = () => undefined }: RefineOptions = {},
): Promise<RefinedCentres> {
  const { data, rows } = matrix;
  const width = matrix.columns.length;
  const k = start.length / width;
  const state: Assignment = {
    data,
    width,
    k,
    centres: start.slice(),
    labels: new Int32Array(rows),
    upper: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    lower: new Float64Array(rows),
    moved: new Float64Array(k),
    half: new Float64Array(k),
    slack: 1e-12 * data.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  };
  const { centres, labels, moved } = state;
  const enough = tolerance * meanVariance(matrix);
  const block = Math.max(16, Math.floor(2e6 / (k * width)));

  const assign = async (iterations: number): Promise<number> => {
    measureCentres(state);
    let changed = 0;
    for (let from = 0; from < rows; from += block) {
      changed += assignRows(state, from, Math.min(rows, from + block));
      const pause = breathe(iterations);
      if (pause) await pause;
    }
    return changed;
  };

  let iterations = 0;
  let settled = false;
  while (iterations < maxIterations && !settled) {
    const changed = await assign(iterations);
    const next = meanCentres(data, width, labels, centres);
    let shift = 0;
    for (let c = 0; c < k; c++) {
      const move = squaredDistance(next, c * width, centres, c * width, width);
      moved[c] = Math.sqrt(move);
      shift += move;
    }
    centres.set(next);
    iterations++;
    settled = changed === 0 && iterations > 1;
    if (!settled && shift <= enough) break;
  }
  // labels always belong to the centres that are returned
  if (!settled) await assign(iterations);
  let inertia = 0;
  for (let i = 0; i < rows; i++) inertia += squaredDistance(data, i * width, centres, labels[i]! * width, width);
  return { centres, labels, inertia, iterations };
}
