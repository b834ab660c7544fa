import { type ColumnTable, from } from "arquero";
import type { FittedColumn } from "./fitted-column.js";
import type { Preparation } from "./preparation.js";

/**
 * Everything that a preparation did, one row a column: first those of the matrix, then those dropped and why.
 *
 * @param preparation as `prepareMatrix(…).preparation`
 * @returns `column`, `in_matrix`, `why_dropped`, `missing_share`, `fill`, `low_limit` and `high_limit` (extremes beyond
 * are drawn in), `winsorized_share`, `shrunk_to` (the shop's mean), `transform`, `lambda`, `quantiles` (how many),
 * `scale`, `center`, `spread`, `skew_before`, `skew_after`; null where a step was not taken
 * @example show(describePreparation(matrix.preparation));
 */
export function describePreparation({ columns, dropped }: Preparation): ColumnTable {
  return from([
    ...columns.map((column) => describeColumn(column, null)),
    ...dropped.map((column) => describeColumn(column, column.why)),
  ]);
}

function describeColumn(column: FittedColumn, why: string | null): Record<string, unknown> {
  const { facts } = column;
  return {
    column: column.name,
    in_matrix: why === null,
    why_dropped: why,
    missing_share: facts.missing,
    missing: facts.missing > 0 ? column.missing : null,
    fill: facts.missing > 0 && !column.shrink ? column.fill : null,
    low_limit: column.limits?.low ?? null,
    high_limit: column.limits?.high ?? null,
    winsorized_share: column.limits ? facts.winsorized : null,
    shrunk_to: column.shrink ? column.shop : null,
    transform: column.transform,
    lambda: column.lambda ?? null,
    quantiles: column.quantiles?.length ?? null,
    scale: column.scale,
    center: column.center,
    spread: column.spread,
    skew_before: facts.skewBefore,
    skew_after: facts.skewAfter,
  };
}
