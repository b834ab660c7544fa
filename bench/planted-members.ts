import type { Random } from "../src/core/random.js";

/**
 * Draws the group of each of some rows. Sizes are log-normal: `imbalance` is the deviation of their logarithm, 0 makes
 * even groups.
 */
export function plantedMembers(random: Random, rows: number, k: number, imbalance: number): Int32Array {
  const shares = Array.from({ length: k }, () => Math.exp(imbalance * random.normal()));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Int32Array.from({ length: rows }, () => {
    let draw = random.next() * total;
    const group = shares.findIndex((share) => {
      draw -= share;
      return draw < 0;
    });
    return Math.max(0, group);
  });
}
