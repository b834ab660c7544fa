/**
 * The squared Mahalanobis distances of four rows to a component with a full covariance.
 *
 * @param tile how the rows differ from its mean, as `fillTile` writes it, from index `first`
 * @param factors inverted Cholesky factors, width × width numbers from index `at`
 * @param distances where the four go, from index `to`
 */
export function fullDistances(
  tile: Float64Array,
  first: number,
  width: number,
  factors: Float64Array,
  at: number,
  distances: Float64Array,
  to: number,
): void {
  let q0 = 0;
  let q1 = 0;
  let q2 = 0;
  let q3 = 0;
  let i = 0;
  // hot: two rows of the factor at once
  for (; i + 1 < width; i += 2) {
    const one = at + i * width;
    const two = one + width;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    let p = first;
    for (let j = 0; j <= i; j++, p += 4) {
      const f = factors[one + j]!;
      const g = factors[two + j]!;
      const d0 = tile[p]!;
      const d1 = tile[p + 1]!;
      const d2 = tile[p + 2]!;
      const d3 = tile[p + 3]!;
      a0 += f * d0;
      a1 += f * d1;
      a2 += f * d2;
      a3 += f * d3;
      b0 += g * d0;
      b1 += g * d1;
      b2 += g * d2;
      b3 += g * d3;
    }
    const g = factors[two + i + 1]!;
    b0 += g * tile[p]!;
    b1 += g * tile[p + 1]!;
    b2 += g * tile[p + 2]!;
    b3 += g * tile[p + 3]!;
    q0 += a0 * a0 + b0 * b0;
    q1 += a1 * a1 + b1 * b1;
    q2 += a2 * a2 + b2 * b2;
    q3 += a3 * a3 + b3 * b3;
  }
  if (i < width) {
    const one = at + i * width;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    for (let j = 0, p = first; j <= i; j++, p += 4) {
      const f = factors[one + j]!;
      a0 += f * tile[p]!;
      a1 += f * tile[p + 1]!;
      a2 += f * tile[p + 2]!;
      a3 += f * tile[p + 3]!;
    }
    q0 += a0 * a0;
    q1 += a1 * a1;
    q2 += a2 * a2;
    q3 += a3 * a3;
  }
  distances[to] = q0;
  distances[to + 1] = q1;
  distances[to + 2] = q2;
  distances[to + 3] = q3;
}

/** The same for a diagonal covariance: `factors` holds one over the standard deviations, `width` from index `at`. */
export function diagonalDistances(
  tile: Float64Array,
  first: number,
  width: number,
  factors: Float64Array,
  at: number,
  distances: Float64Array,
  to: number,
): void {
  let q0 = 0;
  let q1 = 0;
  let q2 = 0;
  let q3 = 0;
  for (let j = 0, p = first; j < width; j++, p += 4) {
    const squared = factors[at + j]! * factors[at + j]!;
    q0 += squared * tile[p]! * tile[p]!;
    q1 += squared * tile[p + 1]! * tile[p + 1]!;
    q2 += squared * tile[p + 2]! * tile[p + 2]!;
    q3 += squared * tile[p + 3]! * tile[p + 3]!;
  }
  distances[to] = q0;
  distances[to + 1] = q1;
  distances[to + 2] = q2;
  distances[to + 3] = q3;
}
