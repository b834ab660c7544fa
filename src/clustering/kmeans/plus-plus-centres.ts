import type { Matrix } from "../../core/matrix.js";
import type { Random } from "../../core/random.js";
import { type CentreTrials, kernelTrials, plainTrials } from "./centre-trials.js";

/**
 * Chooses starting centres by greedy k-means++: each next centre is the best of 2 + ⌊ln k⌋ rows drawn with
 * probability proportional to their squared distance from the centres so far (Arthur & Vassilvitskii 2007).
 *
 * @param matrix the rows to cluster
 * @param k the number of centres
 * @param random where the draws come from
 * @param breathe called after each centre; what it returns is awaited
 * @returns k × columns numbers, row after row
 */
export async function plusPlusCentres(
  matrix: Matrix,
  k: number,
  random: Random,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Float64Array> {
  const trials = kernelTrials(matrix) ?? plainTrials(matrix);
  try {
    return await drawCentres(matrix, k, random, trials, breathe);
  } finally {
    trials.leave();
  }
}

/** The same by given trials. */
export async function drawCentres(
  { data, rows, columns }: Matrix,
  k: number,
  random: Random,
  trials: CentreTrials,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Float64Array> {
  const width = columns.length;
  const centres: Float64Array = new Float64Array(k * width);
  const perCentre = 2 + Math.floor(Math.log(k));
  const cumulative = new Float64Array(rows);

  for (let c = 0; c < k; c++) {
    let chosen = c === 0 ? random.integer(rows) : 0;
    if (c === 0) {
      trials.measure(chosen);
      trials.keep();
    } else {
      const nearest = trials.nearest();
      let sum = 0;
      for (let i = 0; i < rows; i++) {
        sum += nearest[i]!;
        cumulative[i] = sum;
      }
      let least = Number.POSITIVE_INFINITY;
      for (let t = 0; t < perCentre; t++) {
        const candidate = firstAbove(cumulative, random.next() * sum);
        const potential = trials.measure(candidate);
        if (potential >= least) continue;
        least = potential;
        chosen = candidate;
        trials.keep();
      }
    }
    trials.choose();
    centres.set(data.subarray(chosen * width, (chosen + 1) * width), c * width);
    const pause = breathe();
    if (pause) await pause;
  }
  return centres;
}

/** The first index whose cumulative sum is above the target; the last one where none is. */
function firstAbove(cumulative: Float64Array, target: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
