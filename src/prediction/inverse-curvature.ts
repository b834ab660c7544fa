import type { SlopedFunction } from "./minimise.js";

/**
 * The inverse of a function's curvature, by central differences of its slope: for a negative log-likelihood where it is
 * least, the covariance of the estimates.
 *
 * @returns one row a parameter; null where the curvature has no inverse, since the data leave a parameter open
 */
export function inverseCurvature(f: SlopedFunction, at: Float64Array): number[][] | null {
  const n = at.length;
  const width = 1e-4;
  const rows = Array.from(at, (_, i) => {
    const [above, below] = [width, -width].map((move) => {
      const slope = new Float64Array(n);
      f(
        at.map((one, j) => (i === j ? one + move : one)),
        slope,
      );
      return slope;
    });
    return Array.from(above!, (one, j) => (one - below![j]!) / (2 * width));
  });
  const curvature = rows.map((row, i) => row.map((one, j) => (one + rows[j]![i]!) / 2));
  const root = choleskyRoot(curvature);
  return root && invertFromRoot(root);
}

/** The lower triangular root of a symmetric matrix; null where it has none. */
export function choleskyRoot(matrix: readonly (readonly number[])[]): number[][] | null {
  const root = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let l = 0; l < j; l++) rest -= root[i]![l]! * root[j]![l]!;
      if (i !== j) root[i]![j] = rest / root[j]![j]!;
      // what rounding leaves of nought is no curvature
      else if (rest > 1e-9 * matrix[i]![i]!) root[i]![i] = Math.sqrt(rest);
      else return null;
    }
  }
  return root;
}

function invertFromRoot(root: readonly (readonly number[])[]): number[][] {
  const n = root.length;
  const columns = root.map((_, column) => {
    const x = root.map((_, i) => Number(i === column));
    for (let i = 0; i < n; i++) {
      for (let l = 0; l < i; l++) x[i]! -= root[i]![l]! * x[l]!;
      x[i]! /= root[i]![i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let l = i + 1; l < n; l++) x[i]! -= root[l]![i]! * x[l]!;
      x[i]! /= root[i]![i]!;
    }
    return x;
  });
  // the two halves differ by rounding alone
  return columns.map((column, i) => column.map((one, j) => (one + columns[j]![i]!) / 2));
}
