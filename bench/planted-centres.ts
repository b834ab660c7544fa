import type { Random } from "../src/core/random.js";

/** So many draws in vain say that there is no room left: all centres are drawn anew. */
const patience = 500;

/**
 * Draws centres of groups, each near to an earlier one and at least `apart` from all.
 *
 * @param k how many centres
 * @param width of how many coordinates
 * @param apart the least distance between two; a centre lies up to 1.5 times as far from the one it was drawn near to
 * @param most the largest coordinate, without a sign
 */
export function plantedCentres(
  random: Random,
  k: number,
  width: number,
  apart: number,
  most = Number.POSITIVE_INFINITY,
): number[][] {
  const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((x, j) => x - b[j]!));
  let centres: number[][] = [];
  for (let vain = 0; centres.length < k; vain++) {
    if (vain > patience) [vain, centres] = [0, []];
    const way = Array.from({ length: width }, () => random.normal());
    const from = centres.length === 0 ? way.map(() => 0) : centres[random.integer(centres.length)]!;
    const reach = apart * (1 + 0.5 * random.next());
    const centre = from.map((x, j) => x + (reach * way[j]!) / Math.hypot(...way));
    const hasRoom = centres.every((other) => distance(other, centre) >= apart);
    if (hasRoom && centre.every((x) => Math.abs(x) <= most)) [vain, centres] = [0, [...centres, centre]];
  }
  return centres;
}
