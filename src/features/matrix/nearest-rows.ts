import type { RunOptions } from "../../core/progress.js";
import { createBreather } from "../../core/progress.js";

/** For each row the rows nearest to it, itself first, and how far they are. */
export interface NearestRows {
  readonly indices: number[][];
  readonly distances: number[][];
}

/**
 * Finds the nearest rows of every row by measuring all pairs (Euclidean): exact, in rows² time.
 *
 * @param data rows × width numbers, row after row
 * @param count how many rows to find, the row itself among them; at most the number of rows
 * @returns of equally near rows the first ones
 */
export async function nearestRows(
  data: Float64Array,
  width: number,
  count: number,
  run: RunOptions = {},
): Promise<NearestRows> {
  const rows = data.length / width;
  const breathe = createBreather(run, "neighbours");
  const indices: number[][] = [];
  const distances: number[][] = [];
  const nearest = new Int32Array(count);
  const squares = new Float64Array(count);
  for (let i = 0; i < rows; i++) {
    nearest[0] = i;
    squares[0] = 0;
    squares.fill(Number.POSITIVE_INFINITY, 1);
    // hot: rows² × width
    for (let j = 0; j < rows; j++) {
      if (j === i) continue;
      let square = 0;
      for (let a = i * width, b = j * width; a < (i + 1) * width; a++, b++) {
        const difference = data[a]! - data[b]!;
        square += difference * difference;
      }
      let place = count - 1;
      if (place === 0 || square >= squares[place]!) continue;
      for (; place > 1 && squares[place - 1]! > square; place--) {
        squares[place] = squares[place - 1]!;
        nearest[place] = nearest[place - 1]!;
      }
      squares[place] = square;
      nearest[place] = j;
    }
    indices.push(Array.from(nearest));
    distances.push(Array.from(squares, Math.sqrt));
    const pause = breathe(i + 1, rows);
    if (pause) await pause;
  }
  return { indices, distances };
}
