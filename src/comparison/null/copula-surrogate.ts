import type { Matrix } from "../../core/matrix.js";
import { createRandom } from "../../core/random.js";
import { correlations } from "../../features/matrix/correlations.js";
import { correlationFactor } from "./correlation-factor.js";

/** Makes rows without groups, one set a seed. */
export type SurrogateMaker = (seed: number) => Matrix;

/**
 * Makes rows that keep everything about a matrix but its groups: each column has exactly its own values, each pair of
 * columns about its rank correlation, and the rest is one Gaussian copula. What an algorithm finds in them too is no
 * group. Modes of a single column stay, so ask the dip test about those.
 *
 * The rank correlation ρ (Spearman) becomes the normal one 2 sin(πρ / 6) (Pearson 1907); values are dealt out by rank.
 * Where a value is frequent its ties make the copy's rank correlations smaller than the matrix's.
 *
 * @param matrix rows × columns, at least two rows
 * @param seed equal seeds give equal rows
 * @returns as many rows in the same columns
 * @example
 * const surrogate = copulaSurrogate(matrix, 1);
 * const { labels } = await cluster(surrogate, "kmeans", { k: 5 });
 * const [values] = await silhouettes(surrogate, [labels]);
 */
export function copulaSurrogate(matrix: Matrix, seed: number): Matrix {
  return surrogateMaker(matrix)(seed);
}

/** The same for many seeds: what does not hang on the seed is computed once. */
export function surrogateMaker(matrix: Matrix): SurrogateMaker {
  const { data, rows, columns } = matrix;
  const width = columns.length;
  const ranked = correlations(matrix, { method: "spearman" }).values;
  const normal = ranked.map((rho) => 2 * Math.sin((Math.PI * rho) / 6));
  const { factor } = correlationFactor(normal, width);
  const sorted = columns.map((_, j) => Float64Array.from({ length: rows }, (_, i) => data[i * width + j]!).sort());
  return (seed) => {
    const random = createRandom(seed);
    const scores = columns.map(() => new Float64Array(rows));
    const draw = new Float64Array(width);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < width; j++) draw[j] = random.normal();
      for (let j = 0; j < width; j++) {
        let score = 0;
        for (let c = 0; c <= j; c++) score += factor[j * width + c]! * draw[c]!;
        scores[j]![i] = score;
      }
    }
    const drawn: Float64Array = new Float64Array(data.length);
    scores.forEach((column, j) => {
      // by rank, the smallest score takes the smallest value
      const order = Int32Array.from(column.keys()).sort((a, b) => column[a]! - column[b]!);
      order.forEach((row, rank) => {
        drawn[row * width + j] = sorted[j]![rank]!;
      });
    });
    return { ...matrix, data: drawn };
  };
}
