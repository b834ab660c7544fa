import type { Random } from "../src/core/random.js";

/** A draw from the Poisson distribution: how many exponential waits fit into `mean`. */
export function drawPoisson(random: Random, mean: number): number {
  let left = mean;
  for (let count = 0; ; count++) {
    left += Math.log(1 - random.next());
    if (left < 0) return count;
  }
}
