import { quantilesOf } from "../features/matrix/quantiles.js";

/** Ranges of customers one by one and of groups of them. */
export interface StakeRanges {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** From and to of each group. */
  readonly groups: readonly (readonly [low: number, high: number])[];
}

/** From where to where 90 % of the draws lie. */
const shares = [0.05, 0.95] as const;

/** How many customers go through all draws at a time, which bounds the memory. */
const block = 4096;

/**
 * Sums up draws: the range of a group is that of its sums, since what the parameters leave open moves all customers alike.
 *
 * @param stakes for a stretch of customers, one array a draw
 * @param groups the group of each customer, numbers from 0 up; each customer counts in the last group too
 */
export function stakeRanges(
  customers: number,
  stakes: (from: number, to: number) => readonly Float64Array[],
  draws: number,
  groups: Int32Array,
  groupCount: number,
): StakeRanges {
  const low: Float64Array = new Float64Array(customers).fill(Number.NaN);
  const high: Float64Array = low.slice();
  const sums = Array.from({ length: groupCount + 1 }, () => new Float64Array(draws));
  const own = new Float64Array(draws);
  for (let from = 0; draws > 0 && from < customers; from += block) {
    const to = Math.min(customers, from + block);
    const drawn = stakes(from, to);
    for (let i = from; i < to; i++) {
      for (let draw = 0; draw < draws; draw++) {
        const stake = drawn[draw]![i - from]!;
        own[draw] = stake;
        sums[groups[i]!]![draw]! += stake;
        sums[groupCount]![draw]! += stake;
      }
      [low[i], high[i]] = quantilesOf(own, shares) as [number, number];
    }
  }
  const rangeOf = (values: Float64Array): [number, number] =>
    draws === 0 ? [Number.NaN, Number.NaN] : (quantilesOf(values, shares) as [number, number]);
  return { low, high, groups: sums.map(rangeOf) };
}
