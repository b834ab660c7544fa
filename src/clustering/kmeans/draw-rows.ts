import type { Matrix } from "../../core/matrix.js";
import type { Random } from "../../core/random.js";

/**
 * Draws rows with replacement.
 *
 * @param matrix the rows
 * @param count how many to draw
 * @param random where the draws come from
 * @returns count × columns numbers, row after row
 */
export function drawRows({ data, rows, columns }: Matrix, count: number, random: Random): Float64Array {
  const width = columns.length;
  const drawn: Float64Array = new Float64Array(count * width);
  for (let i = 0; i < count; i++) {
    const row = random.integer(rows) * width;
    for (let j = 0; j < width; j++) drawn[i * width + j] = data[row + j]!;
  }
  return drawn;
}
