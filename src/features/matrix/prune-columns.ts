import { formatNumber } from "../../core/format.js";
import type { Matrix } from "../../core/matrix.js";
import { correlations } from "./correlations.js";
import type { Pruning } from "./matrix-options.js";
import { checkEnoughRows, inflationFactors } from "./variance-inflation.js";

/**
 * Finds columns that say again what others say: first those that correlate too strongly with one that stands before
 * them, then, one at a time, the one that the others together tell best.
 *
 * @returns the reason for each column that is to go
 * @throws SegmentLabError `too-few-rows` where the customers are too few to tell
 */
export function pruneColumns(matrix: Matrix, { correlation, inflation }: Pruning): Map<string, string> {
  const pruned = new Map<string, string>();
  const { columns, values } = correlations(matrix);
  const r = (a: number, b: number): number => values[a * columns.length + b]!;
  let kept: number[] = [];
  columns.forEach((column, j) => {
    const twin = kept.reduce((best, k) => (best < 0 || Math.abs(r(j, k)) > Math.abs(r(j, best)) ? k : best), -1);
    if (twin < 0 || Math.abs(r(j, twin)) <= correlation) kept.push(j);
    else {
      const strength = formatNumber(Math.abs(r(j, twin)), 3);
      pruned.set(column, `|r| = ${strength} with ${columns[twin]} is above ${correlation}`);
    }
  });
  checkEnoughRows(matrix.rows, kept.length);
  while (kept.length > 1) {
    const among = Float64Array.from(kept.flatMap((a) => kept.map((b) => r(a, b))));
    const factors = inflationFactors(among, kept.length);
    // of equal ones the last goes, so that what opens the table stays
    const worst = factors.reduce((most, next, k) => (next >= factors[most]! ? k : most), 0);
    const factor = factors[worst]!;
    if (factor <= inflation) break;
    const written = Number.isFinite(factor) ? formatNumber(factor, 1) : "infinite";
    pruned.set(columns[kept[worst]!]!, `variance inflation ${written} is above ${inflation}`);
    kept = kept.filter((_, k) => k !== worst);
  }
  return pruned;
}
