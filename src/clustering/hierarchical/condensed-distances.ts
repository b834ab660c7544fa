import type { Matrix } from "../../core/matrix.js";

/**
 * Measures the Euclidean distances between all pairs of rows.
 *
 * @param matrix the rows
 * @param breathe called after each row with the number of rows measured
 * @returns rows · (rows − 1) / 2 numbers in SciPy's condensed order: (0, 1), (0, 2) … (1, 2) …
 */
export async function condensedDistances(
  { data, rows, columns }: Matrix,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<Float64Array> {
  const width = columns.length;
  const condensed: Float64Array = new Float64Array((rows * (rows - 1)) / 2);
  for (let i = 0; i < rows; i += 4) {
    measureFour(data, width, i, condensed);
    const pause = breathe(Math.min(rows, i + 4));
    if (pause) await pause;
  }
  return condensed;
}

// hot: four rows, and from each to all after it; four sums side by side, so that none waits for the one before
function measureFour(data: Float64Array, width: number, i: number, condensed: Float64Array): void {
  const rows = data.length / width;
  // the distance of rows i < j stands at start(i) + j
  const start = (row: number) => row * rows - (row * (row + 1)) / 2 - row - 1;
  const [to0, to1, to2, to3] = [start(i), start(i + 1), start(i + 2), start(i + 3)];
  const own = new Float64Array(width * 4);
  for (let r = 0; r < 4 && i + r < rows; r++) {
    for (let j = 0; j < width; j++) own[j * 4 + r] = data[(i + r) * width + j]!;
  }
  for (let q = i + 1, at = q * width; q < rows; q++, at += width) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0, p = 0; j < width; j++, p += 4) {
      const value = data[at + j]!;
      const g0 = own[p]! - value;
      const g1 = own[p + 1]! - value;
      const g2 = own[p + 2]! - value;
      const g3 = own[p + 3]! - value;
      s0 += g0 * g0;
      s1 += g1 * g1;
      s2 += g2 * g2;
      s3 += g3 * g3;
    }
    condensed[to0 + q] = Math.sqrt(s0);
    if (q > i + 1) condensed[to1 + q] = Math.sqrt(s1);
    if (q > i + 2) condensed[to2 + q] = Math.sqrt(s2);
    if (q > i + 3) condensed[to3 + q] = Math.sqrt(s3);
  }
}
