import { columnRanks } from "./column-ranks.js";

/** How large a δ is, by the bands of Romano et al. (2006): 0.147, 0.33, 0.474. */
export type EffectSize = "negligible" | "small" | "medium" | "large";

/**
 * Cliff's δ of the rows inside a cluster against the rest: how much more often a customer inside has the larger value than
 * the smaller one, over all pairs (Cliff 1993). It needs no distribution and no scale. It comes without a p-value: on a
 * column that was clustered a test is circular.
 *
 * @param values one a row; NaN is unknown and left out
 * @param isInside whether a row is in the cluster
 * @returns −1 … 1: 1 where every value inside is above every one outside; NaN where either side has none
 * @example cliffsDelta(Float64Array.of(5, 7, 1, 2), (row) => row < 2); // 1
 */
export function cliffsDelta(values: Float64Array, isInside: (row: number) => boolean): number {
  return deltaOfRanks(columnRanks(values), isInside);
}

/** The same from ranks, for several clusters over one column. */
export function deltaOfRanks(ranks: Float64Array, isInside: (row: number) => boolean): number {
  let inside = 0;
  let known = 0;
  let sum = 0;
  for (let i = 0; i < ranks.length; i++) {
    if (Number.isNaN(ranks[i]!)) continue;
    known++;
    if (!isInside(i)) continue;
    inside++;
    sum += ranks[i]!;
  }
  const outside = known - inside;
  if (inside === 0 || outside === 0) return Number.NaN;
  return (2 * (sum - (inside * (inside + 1)) / 2)) / (inside * outside) - 1;
}

/**
 * The word for a δ.
 *
 * @param delta Cliff's δ, −1 … 1
 * @returns negligible, small, medium or large, whichever sign it has
 */
export function effectSize(delta: number): EffectSize {
  const size = Math.abs(delta);
  return size < 0.147 ? "negligible" : size < 0.33 ? "small" : size < 0.474 ? "medium" : "large";
}
