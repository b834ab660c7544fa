import type { Matrix } from "../src/core/matrix.js";
import { createRandom } from "../src/core/random.js";
import { plantedCentres } from "./planted-centres.js";
import { plantedMembers } from "./planted-members.js";
import { standardised } from "./standardised.js";

/** Customers drawn from known groups. */
export interface PlantedGroups {
  readonly matrix: Matrix;
  /** The group each was drawn from. */
  readonly truth: Int32Array;
  /** How hard it is to see them. */
  readonly difficulty: Difficulty;
}

/** How hard groups are to see. */
export interface Difficulty {
  /** How many standard deviations of a group its centre lies from the others at least. */
  readonly apart: number;
  /** The deviation of the logarithm of their sizes. */
  readonly imbalance: number;
  /** Columns that say nothing. */
  readonly noiseColumns: number;
}

/**
 * Draws 400 to 1,600 customers from 2 to 7 Gaussian groups. The seed also draws how hard they are to tell apart: how many
 * standard deviations centres lie apart at least (2.5 to 7), how uneven the groups are, and how many columns say nothing
 * (0 to 6).
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
  const centres = plantedCentres(random, k, width, difficulty.apart);
  const truth = plantedMembers(random, rows, k, difficulty.imbalance);
  const points = Array.from(truth, (group) => [
    ...centres[group]!.map((x) => x + random.normal()),
    ...Array.from({ length: difficulty.noiseColumns }, () => random.normal()),
  ]);
  return { matrix: standardised(points), truth, difficulty };
}
