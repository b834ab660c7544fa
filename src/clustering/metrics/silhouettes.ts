import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { checkPairs } from "../limits/check-pairs.js";
import { squaredDistance } from "../squared-distance.js";

/** rows measured at once: their sums stand side by side, so the inner loop does not wait for itself */
const block = 8;

/**
 * Computes each row's silhouette, exactly, for several clusterings in one pass over all pairs of rows: (b − a) /
 * max(a, b), with a the mean distance to its own cluster's other rows and b to the nearest other cluster
 * (Rousseeuw 1987). A row alone in its cluster has 0.
 *
 * @param matrix the clustered rows
 * @param labelings one array of labels a clustering; negative is noise
 * @param run `signal`, `onProgress`
 * @returns for each clustering one number a row, −1 … 1; NaN for noise, which counts for no cluster, and for all
 *   rows where there are fewer than two clusters
 * @throws SegmentLabError `bad-value` unless there is one label a row; `too-large` where all pairs would take more than
 *   about an hour
 */
export async function silhouettes(
  matrix: Matrix,
  labelings: readonly Int32Array[],
  run: RunOptions = {},
): Promise<Float64Array[]> {
  const { rows } = matrix;
  for (const { length } of labelings) {
    if (length !== rows)
      throw new SegmentLabError("bad-value", `${length} labels for ${rows} rows; give one label a row`);
  }
  checkPairs("silhouettes", matrix, "take a sample of the rows: sampleRows");
  const breathe = createBreather(run, "silhouettes");
  const distances = new Float64Array(rows * block);
  const works = labelings.map((labels) => prepare(labels));
  for (let from = 0; from < rows; from += block) {
    measureBlock(matrix, from, distances);
    for (const work of works) {
      sumBlock(work.slots, distances, work.sums);
      const to = Math.min(rows, from + block);
      for (let i = from; i < to; i++) work.result[i] = silhouetteOf(work, i, i - from);
      const pause = breathe(from, rows);
      if (pause) await pause;
    }
  }
  return works.map(({ result }) => result);
}

interface Work {
  readonly clusters: number;
  /** labels, with noise moved to a slot of its own after the clusters */
  readonly slots: Int32Array;
  readonly sizes: Int32Array;
  readonly sums: Float64Array;
  readonly result: Float64Array;
}

function prepare(labels: Int32Array): Work {
  let clusters = 0;
  for (const label of labels) clusters = Math.max(clusters, label + 1);
  const slots = labels.map((label) => (label < 0 ? clusters : label));
  const sizes = new Int32Array(clusters + 1);
  for (const slot of slots) sizes[slot]!++;
  const sums = new Float64Array((clusters + 1) * block);
  return { clusters, slots, sizes, sums, result: new Float64Array(labels.length).fill(Number.NaN) };
}

// hot: distances[j * block + b] is the distance of row j to row from + b
function measureBlock({ data, rows, columns }: Matrix, from: number, distances: Float64Array): void {
  const width = columns.length;
  for (let b = 0; b < block && from + b < rows; b++) {
    const own = (from + b) * width;
    for (let j = 0, to = b; j < rows; j++, to += block) {
      distances[to] = Math.sqrt(squaredDistance(data, own, data, j * width, width));
    }
  }
}

// hot: once for every clustering; the block's eight sums are written out
function sumBlock(slots: Int32Array, distances: Float64Array, sums: Float64Array): void {
  sums.fill(0);
  for (let j = 0, at = 0; j < slots.length; j++, at += block) {
    const to = slots[j]! * block;
    sums[to]! += distances[at]!;
    sums[to + 1]! += distances[at + 1]!;
    sums[to + 2]! += distances[at + 2]!;
    sums[to + 3]! += distances[at + 3]!;
    sums[to + 4]! += distances[at + 4]!;
    sums[to + 5]! += distances[at + 5]!;
    sums[to + 6]! += distances[at + 6]!;
    sums[to + 7]! += distances[at + 7]!;
  }
}

function silhouetteOf({ clusters, slots, sizes, sums }: Work, i: number, b: number): number {
  const own = slots[i]!;
  let within = Number.NaN;
  let nearest = Number.POSITIVE_INFINITY;
  let others = 0;
  for (let c = 0; c < clusters; c++) {
    if (sizes[c] === 0) continue;
    const sum = sums[c * block + b]!;
    if (c === own) {
      within = sizes[c] === 1 ? Number.NaN : sum / (sizes[c]! - 1);
    } else {
      others++;
      nearest = Math.min(nearest, sum / sizes[c]!);
    }
  }
  if (own === clusters || others === 0) return Number.NaN;
  if (sizes[own] === 1) return 0;
  const most = Math.max(within, nearest);
  return most === 0 ? 0 : (nearest - within) / most;
}
