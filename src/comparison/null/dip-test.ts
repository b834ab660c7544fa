import { dipQuantiles, dipShares } from "./dip-quantiles.js";
import { dipStatistic } from "./dip-statistic.js";

/** Whether values have more than one mode. */
export interface Dip {
  /** The dip, 0 … 0.25: 0.01 is a shallow dent, 0.05 a clear valley. */
  readonly dip: number;
  /** How often uniform values of the same number dip as far; 0.0001 stands for that or less. */
  readonly p: number;
  /** How many values there are. */
  readonly count: number;
}

/**
 * Tests whether values have more than one mode (Hartigan and Hartigan 1985), against uniform values, the hardest
 * distribution with one mode: a small p says that there are two modes or more, a large one says nothing.
 *
 * @param values any order; ties count as modes, `spreadTies` first where a column has few values
 * @returns the dip and its p-value, interpolated in a table of 100,000 simulated samples a size; 1 below 4 values
 * @example const { dip, p } = dipTest(customers.array("recency_days") as ArrayLike<number>);
 */
export function dipTest(values: ArrayLike<number>): Dip {
  const dip = dipStatistic(values);
  return { dip, p: dipProbability(values.length, dip), count: values.length };
}

/**
 * How often the dip of uniform values is at least so large.
 *
 * @param count how many values there are
 * @param dip their dip
 * @returns 0.0001 … 1, both ends standing for what lies beyond
 */
export function dipProbability(count: number, dip: number): number {
  if (count < 4) return 1;
  const scaled = dip * Math.sqrt(count);
  const above = dipQuantiles.findIndex(([size]) => size! >= count);
  const upper = dipQuantiles[above < 0 ? dipQuantiles.length - 1 : above]!;
  const lower = above > 0 ? dipQuantiles[above - 1]! : upper;
  const weight = upper === lower ? 0 : (count - lower[0]!) / (upper[0]! - lower[0]!);
  const quantiles = dipShares.map((_, i) => lower[i + 1]! + weight * (upper[i + 1]! - lower[i + 1]!));
  const next = quantiles.findIndex((quantile) => quantile > scaled);
  if (next === 0) return 1;
  if (next < 0) return 1 - dipShares.at(-1)!;
  const [from, to] = [quantiles[next - 1]!, quantiles[next]!];
  const share = dipShares[next - 1]! + ((scaled - from) / (to - from)) * (dipShares[next]! - dipShares[next - 1]!);
  return 1 - share;
}
