/**
 * Factorises a symmetric positive definite matrix as L · Lᵀ and inverts L.
 *
 * @param symmetric size × size numbers, row after row; only the lower triangle is read
 * @param size the number of rows
 * @returns L⁻¹ as size × size numbers with an empty upper triangle, or undefined where the matrix is not positive definite
 */
export function inverseCholesky(symmetric: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = symmetric[i * size + j]!;
      for (let p = 0; p < j; p++) sum -= factor[i * size + p]! * factor[j * size + p]!;
      if (i !== j) factor[i * size + j] = sum / factor[j * size + j]!;
      else if (sum > 0) factor[i * size + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  const inverse: Float64Array = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    inverse[i * size + i] = 1 / factor[i * size + i]!;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let p = j; p < i; p++) sum -= factor[i * size + p]! * inverse[p * size + j]!;
      inverse[i * size + j] = sum / factor[i * size + i]!;
    }
  }
  return inverse;
}
