import type { Matrix } from "../../core/matrix.js";
import type { Random } from "../../core/random.js";
import { squaredDistance } from "../squared-distance.js";
import { refineWeighted, type WeightedCentres, weightedMeans } from "./refine-weighted.js";
import { weightedStart } from "./weighted-start.js";

/** How k-means of weighted points runs; as the options of `kmeans`. */
export interface WeightedOptions {
  readonly k: number;
  readonly starts: number;
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly random: Random;
  /** Called with the share done; what it returns is awaited. */
  readonly breathe: (share: number) => Promise<void> | undefined;
}

/**
 * k-means of points that stand for several rows each: greedy k-means++ and Lloyd's iterations with every point
 * counted as often as it has rows.
 *
 * @param points one row a point
 * @param weights how many rows each stands for
 */
export async function weightedKmeans(
  points: Matrix,
  weights: Float64Array,
  { k, starts, maxIterations, tolerance, random, breathe }: WeightedOptions,
): Promise<WeightedCentres> {
  const enough = tolerance * weightedVariance(points, weights);
  let best: WeightedCentres | undefined;
  for (let start = 0; start < starts; start++) {
    const centres = weightedStart(points, weights, k, random);
    const report = (iterations: number) => breathe((start + iterations / maxIterations) / starts);
    const refined = await refineWeighted(points, weights, centres, { maxIterations, enough, breathe: report });
    if (!best || refined.inertia < best.inertia * (1 - 1e-12)) best = refined;
  }
  return best!;
}

/** The mean over the columns of their weighted variance: the unit of the tolerance. */
function weightedVariance({ data, rows, columns }: Matrix, weights: Float64Array): number {
  const width = columns.length;
  const means = weightedMeans(data, weights, new Int32Array(rows), data.slice(0, width));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += weights[i]! * squaredDistance(data, i * width, means, 0, width);
  return sum / (total * width);
}
