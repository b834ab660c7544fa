import { createRandom } from "../../core/random.js";

/** Seeded draws made of additions, products and square roots only, which IEEE 754 fixes to the last digit. */
export interface Draws {
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** A whole number in [0, below). */
  integer(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** An index drawn in proportion to the increments of running totals. */
  weighted(runningTotals: Float64Array): number;
  normal(): number;
  logNormal(median: number, sigma: number): number;
  shuffle<T>(items: T[]): T[];
}

/** The first index whose running total exceeds `target`. */
export function indexOfTotal(runningTotals: Float64Array, target: number): number {
  let low = 0;
  let high = runningTotals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runningTotals[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Makes seeded draws for one stage of the generator, so that a change in one stage leaves the others alone.
 *
 * @param seed the shop's seed
 * @param stage the number of the stage
 * @returns the stage's own stream of draws
 */
export function createDraws(seed: number, stage: number): Draws {
  const random = createRandom((Math.imul(seed, 0x9e3779b1) + stage) | 0);
  // twelve uniforms have variance one: no logarithm or cosine whose last digit an engine may choose
  const normal = (): number => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += random.next();
    return sum;
  };
  return {
    between: (low, high) => low + (high - low) * random.next(),
    integer: (below) => random.integer(below),
    chance: (probability) => random.next() < probability,
    pick: (items) => items[random.integer(items.length)]!,
    weighted: (totals) => indexOfTotal(totals, random.next() * totals[totals.length - 1]!),
    normal,
    logNormal: (median, sigma) => median * exponential(sigma * normal()),
    shuffle: (items) => {
      for (let i = items.length - 1; i > 0; i--) {
        const j = random.integer(i + 1);
        [items[i], items[j]] = [items[j]!, items[i]!];
      }
      return items;
    },
  };
}

// Math.exp may differ in its last digit between engines: a short series, squared ten times, may not
function exponential(x: number): number {
  const s = x / 1024;
  let y = 1 + s * (1 + (s / 2) * (1 + (s / 3) * (1 + s / 4)));
  for (let i = 0; i < 10; i++) y *= y;
  return y;
}
