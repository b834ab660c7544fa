import { type ColumnTable, from } from "arquero";
import { commonestValues } from "./atoms.js";
import { correlations } from "./correlations.js";
import type { PreparedMatrix } from "./preparation.js";
import { inflationFactors } from "./variance-inflation.js";

/**
 * What to look at before a matrix is clustered, one row a column: whether the transform made it even, how far another
 * column or all others tell it, and how many customers share one value.
 *
 * @param matrix as `prepareMatrix` gives it
 * @returns `column`, `skew_before`, `skew_after`, `nearest` (the column it correlates with most) and `r` (Pearson),
 * `variance_inflation` (infinite where the others tell all; null with fewer customers than columns), `distinct_values`,
 * `commonest_share` (0 … 1, of customers who share the commonest value)
 * @example show(diagnoseColumns(prepareMatrix(customers)));
 */
export function diagnoseColumns(matrix: PreparedMatrix): ColumnTable {
  const { columns, rows, preparation } = matrix;
  const width = columns.length;
  const { values } = correlations(matrix);
  const inflation = rows > width ? inflationFactors(values, width) : null;
  const commonest = commonestValues(matrix);
  return from(
    columns.map((column, j) => {
      const r = (k: number): number => values[j * width + k]!;
      const others = columns.map((_, k) => k).filter((k) => k !== j);
      const nearest = others.reduce((best, k) => (best < 0 || Math.abs(r(k)) > Math.abs(r(best)) ? k : best), -1);
      const { skewBefore, skewAfter } = preparation.columns[j]!.facts;
      return {
        column,
        skew_before: skewBefore,
        skew_after: skewAfter,
        nearest: columns[nearest] ?? null,
        r: nearest < 0 ? null : r(nearest),
        variance_inflation: inflation?.[j] ?? null,
        distinct_values: commonest[j]!.distinct,
        commonest_share: commonest[j]!.share,
      };
    }),
  );
}
