import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { correlations } from "./correlations.js";

/** What is left of a column after the others, as a share of its variance, below which it counts as nothing. */
const nothing = 1e-10;

/**
 * How much the variance of each column's coefficient in a regression grows because the other columns tell it:
 * 1 / (1 − R²) of the column on the others, with a constant (statsmodels' formula).
 *
 * @param matrix more rows than columns
 * @returns one factor a column, 1 where no other column tells anything; infinite where the others tell all
 * @throws SegmentLabError `too-few-rows`
 */
export function varianceInflation(matrix: Matrix): { readonly column: string; readonly inflation: number }[] {
  const { columns, rows } = matrix;
  checkEnoughRows(rows, columns.length);
  const inflation = inflationFactors(correlations(matrix).values, columns.length);
  return columns.map((column, j) => ({ column, inflation: inflation[j]! }));
}

/** Refuses fewer customers than a regression on all other columns takes. */
export function checkEnoughRows(rows: number, columns: number): void {
  if (rows > columns) return;
  throw new SegmentLabError(
    "too-few-rows",
    `${rows} customers are too few to tell the variance inflation of ${columns} columns; take more customers or fewer columns`,
  );
}

/**
 * The factors of columns whose correlations are known.
 *
 * @param r width × width correlations, row after row
 */
export function inflationFactors(r: Float64Array, width: number): number[] {
  return Array.from({ length: width }, (_, column) => 1 / (unexplained(r, width, column) || 0));
}

/** The share of a column's variance that the others do not explain: its last pivot in Cholesky's decomposition. */
function unexplained(r: Float64Array, width: number, column: number): number {
  const order = [...Array.from({ length: width }, (_, j) => j).filter((j) => j !== column), column];
  const factor: Float64Array[] = [];
  let pivot = 0;
  for (const at of order) {
    const row = new Float64Array(width);
    pivot = r[at * width + at]!;
    factor.forEach((earlier, k) => {
      if (earlier[k] === 0) return;
      let sum = r[at * width + order[k]!]!;
      for (let l = 0; l < k; l++) sum -= row[l]! * earlier[l]!;
      row[k] = sum / earlier[k]!;
      pivot -= row[k]! ** 2;
    });
    // a column that the earlier ones tell wholly adds nothing
    row[factor.length] = pivot > nothing ? Math.sqrt(pivot) : 0;
    factor.push(row);
  }
  return pivot > nothing ? pivot : 0;
}
