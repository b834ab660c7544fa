import type { Matrix } from "../../core/matrix.js";
import { nearestCentres } from "../kmeans/nearest-centres.js";
import { squaredDistance } from "../squared-distance.js";

/** Where one start of weighted k-means ended. */
export interface WeightedCentres {
  /** k × columns numbers, row after row. */
  readonly centres: Float64Array;
  readonly iterations: number;
  /** The sum over the points of weight × squared distance to the centre. */
  readonly inertia: number;
}

/**
 * Improves centres by Lloyd's iterations over weighted points.
 *
 * @param start k × columns numbers; not changed
 * @param options ends once the squared moves sum to no more than `enough`
 */
export async function refineWeighted(
  { data, rows, columns }: Matrix,
  weights: Float64Array,
  start: Float64Array,
  options: { maxIterations: number; enough: number; breathe?: (iterations: number) => Promise<void> | undefined },
): Promise<WeightedCentres> {
  const width = columns.length;
  const labels = new Int32Array(rows);
  let centres: Float64Array = start.slice();
  let iterations = 0;
  while (iterations < options.maxIterations) {
    const before = labels.slice();
    nearestCentres(data, width, 0, rows, centres, labels);
    const next = weightedMeans(data, weights, labels, centres);
    const shift = squaredDistance(next, 0, centres, 0, centres.length);
    centres = next;
    iterations++;
    const isSame = iterations > 1 && labels.every((label, i) => label === before[i]);
    if (isSame || shift <= options.enough) break;
    const pause = options.breathe?.(iterations);
    if (pause) await pause;
  }
  nearestCentres(data, width, 0, rows, centres, labels);
  let inertia = 0;
  labels.forEach((label, i) => {
    inertia += weights[i]! * squaredDistance(data, i * width, centres, label * width, width);
  });
  return { centres, iterations, inertia };
}

/** The means of the points by label; a centre without points takes the point that costs most at its own. */
export function weightedMeans(
  data: Float64Array,
  weights: Float64Array,
  labels: Int32Array,
  centres: Float64Array,
): Float64Array {
  const width = data.length / labels.length;
  const means: Float64Array = new Float64Array(centres.length);
  const totals = new Float64Array(centres.length / width);
  labels.forEach((label, i) => {
    totals[label]! += weights[i]!;
    for (let j = 0; j < width; j++) means[label * width + j]! += weights[i]! * data[i * width + j]!;
  });
  const isTaken = new Uint8Array(labels.length);
  totals.forEach((total, c) => {
    if (total > 0) {
      for (let j = c * width; j < (c + 1) * width; j++) means[j]! /= total;
      return;
    }
    let most = 0;
    let far = -1;
    labels.forEach((label, i) => {
      const cost = weights[i]! * squaredDistance(data, i * width, centres, label * width, width);
      if (isTaken[i] === 1 || cost <= most) return;
      most = cost;
      far = i;
    });
    const from = far < 0 ? centres.subarray(c * width, (c + 1) * width) : data.subarray(far * width, (far + 1) * width);
    means.set(from, c * width);
    if (far >= 0) isTaken[far] = 1;
  });
  return means;
}
