import { type ColumnTable, from } from "arquero";
import type { Scorecard } from "./scorecard.js";

/**
 * A scorecard as a tidy table: one row a candidate, in their order, with its total and its score on each criterion.
 *
 * @param card as `scorecard` gives it
 * @returns an arquero table: `candidate`, `total`, `measured`, one column a criterion, 0 … 1; null where not measured
 */
export function scorecardTable({ rows }: Scorecard): ColumnTable {
  return from(
    rows.map(({ name, total, measured, scores }) => ({
      candidate: name,
      total: orNull(total),
      measured,
      ...Object.fromEntries(scores.map(({ criterion, score }) => [criterion, orNull(score)])),
    })),
  );
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
