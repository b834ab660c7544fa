import { SegmentLabError } from "./errors.js";
import type { Matrix } from "./matrix.js";

/** The directions in which the rows of a matrix differ most. */
export interface PrincipalComponents {
  /** rows × count: where each row lies along the components, named PC1, PC2, … */
  readonly scores: Matrix;
  /** columns × count, row after row: the weight of each column in each component. */
  readonly loadings: Float64Array;
  /** For each component the share of the total variance that it explains, 0 … 1; 0 where nothing varies. */
  readonly explained: readonly number[];
  /** For each component the variance of its scores (divided by rows − 1). */
  readonly variances: readonly number[];
  /** The mean of each column, which is subtracted before projecting. */
  readonly means: Float64Array;
}

/**
 * Projects the rows of a matrix on the directions of largest variance (Pearson 1901), as a map for the eye. Columns
 * are centred, not scaled: prepare them first. The weight of largest size in each component is positive.
 *
 * @param matrix the rows, at least two
 * @param count the number of components, 1 … columns; 2 where left out
 * @returns scores, loadings, the shares of variance explained
 * @throws SegmentLabError `too-few-rows` or `bad-option`
 */
export function principalComponents(matrix: Matrix, count = 2): PrincipalComponents {
  const { data, rows, columns, ids } = matrix;
  const width = columns.length;
  if (rows < 2) throw new SegmentLabError("too-few-rows", `principal components need two rows, not ${rows}`);
  if (!Number.isInteger(count) || count < 1 || count > width) {
    throw new SegmentLabError("bad-option", `the count is ${count}; choose from 1 to ${width}, the number of columns`);
  }
  const bad = data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const place = `row "${ids[Math.floor(bad / width)]}" has ${data[bad]} in column "${columns[bad % width]}"`;
    throw new SegmentLabError("bad-value", `${place}; mend the value or drop the row first`);
  }
  const means: Float64Array = new Float64Array(width);
  for (let at = 0; at < data.length; at++) means[at % width]! += data[at]! / rows;
  const { values, vectors } = symmetricEigen(covariance(data, rows, width, means), width);
  const total = values.reduce((sum, value) => sum + value, 0);

  const loadings: Float64Array = new Float64Array(width * count);
  const scores: Float64Array = new Float64Array(rows * count);
  for (let c = 0; c < count; c++) {
    const vector = vectors.slice(c * width, (c + 1) * width);
    const sign = signOf(vector);
    for (let j = 0; j < width; j++) loadings[j * count + c] = sign * vector[j]!;
  }
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) {
      const centred = data[i * width + j]! - means[j]!;
      for (let c = 0; c < count; c++) scores[i * count + c]! += centred * loadings[j * count + c]!;
    }
  }
  const variances = Array.from(values.subarray(0, count), (value) => Math.max(0, value));
  return {
    scores: { data: scores, rows, columns: Array.from({ length: count }, (_, c) => `PC${c + 1}`), ids },
    loadings,
    explained: variances.map((variance) => (total > 0 ? variance / total : 0)),
    variances,
    means,
  };
}

function covariance(data: Float64Array, rows: number, width: number, means: Float64Array): Float64Array {
  const result = new Float64Array(width * width);
  for (let i = 0; i < rows; i++) {
    const row = data.subarray(i * width, (i + 1) * width).map((value, j) => value - means[j]!);
    for (let j = 0; j < width; j++) {
      for (let k = 0; k <= j; k++) result[j * width + k]! += (row[j]! * row[k]!) / (rows - 1);
    }
  }
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < j; k++) result[k * width + j] = result[j * width + k]!;
  }
  return result;
}

/** The sign that makes the largest weight positive; of weights equal but for rounding the first one counts. */
function signOf(vector: Float64Array): number {
  const most = vector.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);
  return (vector.find((weight) => Math.abs(weight) >= most * (1 - 1e-9)) ?? 1) < 0 ? -1 : 1;
}

/** Eigenvalues in descending order, and their vectors. */
interface SymmetricEigen {
  readonly values: Float64Array;
  /** One unit vector after the other, in the order of the values. */
  readonly vectors: Float64Array;
}

/**
 * Finds the eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: slow for large matrices, but
 * accurate to the last digits.
 *
 * @param symmetric size × size numbers; not changed
 * @param size the number of rows
 */
function symmetricEigen(symmetric: Float64Array, size: number): SymmetricEigen {
  const a = symmetric.slice();
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  const scale = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) off += a[p * size + q]! ** 2;
    }
    if (off <= scale * 1e-32) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
    }
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => a[j * size + j]! - a[i * size + i]! || i - j);
  const vectors: Float64Array = new Float64Array(size * size);
  order.forEach((from, to) => {
    vectors.set(v.subarray(from * size, (from + 1) * size), to * size);
  });
  return { values: Float64Array.from(order, (i) => a[i * size + i]!), vectors };
}

/** Turns the plane of axes p and q so that entry (p, q) becomes zero. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const entry = a[p * size + q]!;
  if (entry === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * entry);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let i = 0; i < size; i++) {
    const [x, y] = [a[i * size + p]!, a[i * size + q]!];
    a[i * size + p] = cosine * x - sine * y;
    a[i * size + q] = sine * x + cosine * y;
  }
  for (let i = 0; i < size; i++) {
    const [x, y] = [a[p * size + i]!, a[q * size + i]!];
    a[p * size + i] = cosine * x - sine * y;
    a[q * size + i] = sine * x + cosine * y;
    const [s, t] = [v[p * size + i]!, v[q * size + i]!];
    v[p * size + i] = cosine * s - sine * t;
    v[q * size + i] = sine * s + cosine * t;
  }
}
