import type { Matrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";

/** The wrong null, for the test that shows it: every column shuffled by itself. */
export function shuffleColumns(matrix: Matrix, seed: number): Matrix {
  const random = createRandom(seed);
  const data = matrix.data.slice();
  const width = matrix.columns.length;
  for (let j = 0; j < width; j++) {
    for (let i = matrix.rows - 1; i > 0; i--) {
      const other = random.integer(i + 1);
      [data[i * width + j], data[other * width + j]] = [data[other * width + j]!, data[i * width + j]!];
    }
  }
  return { ...matrix, data };
}
