import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { checkPairs } from "../limits/check-pairs.js";
import { squaredDistance } from "../squared-distance.js";

/**
 * Divides the least distance between rows of two clusters by the largest within one (Dunn 1974): larger is better.
 * A single row can decide it; noise is left out.
 *
 * @param matrix the clustered rows
 * @param labels one label a row; negative is noise
 * @param run `signal`, `onProgress`
 * @returns a number ≥ 0; infinite where no cluster has two different rows; NaN for fewer than two clusters
 * @throws SegmentLabError `bad-value` unless there is one label a row; `too-large` where all pairs would take more than
 *   about an hour
 */
export async function dunnIndex(matrix: Matrix, labels: Int32Array, run: RunOptions = {}): Promise<number> {
  if (labels.length !== matrix.rows) {
    throw new SegmentLabError("bad-value", `${labels.length} labels for ${matrix.rows} rows; give one label a row`);
  }
  checkPairs("the Dunn index", matrix, "take a sample of the rows: sampleRows");
  const breathe = createBreather(run, "Dunn index");
  const width = matrix.columns.length;
  // cluster after cluster, so that the inner loops need not ask whose row it is
  const rows = [...labels.keys()].filter((i) => labels[i]! >= 0).sort((p, q) => labels[p]! - labels[q]! || p - q);
  const data = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    data.set(matrix.data.subarray(row * width, (row + 1) * width), at * width);
  });
  let separation = Number.POSITIVE_INFINITY;
  let diameter = 0;
  for (let p = 0, end = 0; p < rows.length; p++) {
    while (end < rows.length && labels[rows[end]!] === labels[rows[p]!]) end++;
    diameter = Math.max(diameter, farthest(data, width, p, end));
    separation = Math.min(separation, nearest(data, width, p, end, separation));
    const pause = breathe(p * rows.length - (p * p) / 2, (rows.length * rows.length) / 2);
    if (pause) await pause;
  }
  return separation === Number.POSITIVE_INFINITY ? Number.NaN : Math.sqrt(separation) / Math.sqrt(diameter);
}

/** The largest squared distance from a row to those behind it, before place `end`. */
function farthest(data: Float64Array, width: number, row: number, end: number): number {
  let most = 0;
  for (let q = row + 1; q < end; q++) {
    const squared = squaredDistance(data, row * width, data, q * width, width);
    if (squared > most) most = squared;
  }
  return most;
}

// hot: most rows are too far after a few columns
function nearest(data: Float64Array, width: number, row: number, from: number, enough: number): number {
  let least = enough;
  for (let at = from * width; at < data.length; at += width) {
    let sum = 0;
    for (let j = 0; j < width && sum < least; j++) {
      const gap = data[row * width + j]! - data[at + j]!;
      sum += gap * gap;
    }
    if (sum < least) least = sum;
  }
  return least;
}
