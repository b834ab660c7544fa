import type { Matrix } from "../../core/matrix.js";
import type { Random } from "../../core/random.js";
import { squaredDistance } from "../squared-distance.js";

/**
 * Chooses starting centres among weighted points by greedy k-means++ (Arthur & Vassilvitskii 2007), with chances in
 * proportion to weight × squared distance.
 *
 * @returns k × columns numbers, row after row
 */
export function weightedStart(
  { data, rows, columns }: Matrix,
  weights: Float64Array,
  k: number,
  random: Random,
): Float64Array {
  const width = columns.length;
  const centres: Float64Array = new Float64Array(k * width);
  const trials = 2 + Math.floor(Math.log(k));
  let nearest = new Float64Array(rows).fill(1);
  for (let c = 0; c < k; c++) {
    const costs = nearest.map((distance, i) => weights[i]! * distance);
    const sum = costs.reduce((total, cost) => total + cost, 0);
    let least = Number.POSITIVE_INFINITY;
    let chosen = nearest;
    for (let t = 0; t < (c === 0 ? 1 : trials); t++) {
      const row = drawByCost(costs, random.next() * sum);
      const trial = nearest.map((distance, i) => {
        const squared = squaredDistance(data, i * width, data, row * width, width);
        return c === 0 ? squared : Math.min(distance, squared);
      });
      const potential = trial.reduce((total, distance, i) => total + weights[i]! * distance, 0);
      if (potential >= least) continue;
      least = potential;
      chosen = trial;
      centres.set(data.subarray(row * width, (row + 1) * width), c * width);
    }
    nearest = chosen;
  }
  return centres;
}

function drawByCost(costs: Float64Array, target: number): number {
  let sum = 0;
  for (let i = 0; i < costs.length; i++) {
    sum += costs[i]!;
    if (sum > target) return i;
  }
  return costs.length - 1;
}
