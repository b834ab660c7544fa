/**
 * Factorises a correlation matrix for drawing correlated normal numbers. Where it is not positive definite, as
 * correlations estimated pair by pair may be, all pairs are shrunk towards 0 by the least share that makes it so
 * (Higham, Strabić and Šego 2016, restoring definiteness via shrinking).
 *
 * @param correlations size × size numbers with ones on the diagonal
 * @param size the number of columns
 * @returns `factor`: the lower triangle L with L Lᵀ = the correlations, row after row; `shrunk`: the share, 0 where none
 */
export function correlationFactor(correlations: Float64Array, size: number): { factor: Float64Array; shrunk: number } {
  const own = cholesky(correlations, size);
  if (own) return { factor: own, shrunk: 0 };
  let [failing, shrunk] = [0, 1];
  let factor = cholesky(shrinkPairs(correlations, size, shrunk), size)!;
  while (shrunk - failing > 1e-6) {
    const middle = (failing + shrunk) / 2;
    const tried = cholesky(shrinkPairs(correlations, size, middle), size);
    if (tried) [factor, shrunk] = [tried, middle];
    else failing = middle;
  }
  return { factor, shrunk };
}

function shrinkPairs(correlations: Float64Array, size: number, share: number): Float64Array {
  return correlations.map((value, at) => (at % (size + 1) === 0 ? 1 : value * (1 - share)));
}

/** The lower triangle, or undefined where a pivot is not clearly above zero. */
function cholesky(symmetric: Float64Array, size: number): Float64Array | undefined {
  const factor: Float64Array = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = symmetric[i * size + j]!;
      for (let c = 0; c < j; c++) rest -= factor[i * size + c]! * factor[j * size + c]!;
      if (i !== j) factor[i * size + j] = rest / factor[j * size + j]!;
      else if (rest > 1e-8) factor[i * size + i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return factor;
}
