import type { Matrix } from "../src/core/matrix.js";
import { createRandom } from "../src/core/random.js";
import { standardised } from "./standardised.js";

/** Customers drawn from known groups. */
export interface PlantedGroups {
  readonly matrix: Matrix;
  /** The group each was drawn from. */
  readonly truth: Int32Array;
  /** How hard it is to see them. */
  readonly difficulty: { readonly apart: number; readonly imbalance: number; readonly noiseColumns: number };
}

/**
 * Draws 400 to 1,600 customers from 2 to 7 groups. The seed also draws how hard they are to tell apart: how many standard
 * deviations centres lie apart at least (2.5 to 7), how uneven the groups are, and how many columns say nothing (0 to 6).
 */
export function plantedGroups(seed: number): PlantedGroups {
  const random = createRandom(seed);
  const rows = 400 + random.integer(1201);
  const width = 3 + random.integer(6);
  const k = 2 + random.integer(6);
  const difficulty = {
    apart: 2.5 + 4.5 * random.next(),
    imbalance: 1.2 * random.next(),
    noiseColumns: random.integer(7),
  };
  const centres: number[][] = [];
  const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((x, j) => x - b[j]!));
  while (centres.length < k) {
    const way = Array.from({ length: width }, () => random.normal());
    const from = centres.length === 0 ? way.map(() => 0) : centres[random.integer(centres.length)]!;
    const reach = difficulty.apart * (1 + 0.5 * random.next());
    const centre = from.map((x, j) => x + (reach * way[j]!) / Math.hypot(...way));
    if (centres.every((other) => distance(other, centre) >= difficulty.apart)) centres.push(centre);
  }
  const shares = centres.map(() => Math.exp(difficulty.imbalance * random.normal()));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const truth = Int32Array.from({ length: rows }, () => {
    let draw = random.next() * total;
    const group = shares.findIndex((share) => {
      draw -= share;
      return draw < 0;
    });
    return Math.max(0, group);
  });
  const points = Array.from(truth, (group) => [
    ...centres[group]!.map((x) => x + random.normal()),
    ...Array.from({ length: difficulty.noiseColumns }, () => random.normal()),
  ]);
  return { matrix: standardised(points), truth, difficulty };
}
