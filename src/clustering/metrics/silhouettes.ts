import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { checkPairs } from "../limits/check-pairs.js";
import { addPairs } from "./add-pairs.js";
import { type DistanceSums, kernelSums, plainSums, type Slots, slotsOf } from "./distance-sums.js";

/** sums are kept for as many rows at once as this holds */
const keptBytes = 48e6;

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
  const works = labelings.map((labels) => slotsOf(labels));
  const perRow = works.reduce((sum, { count }) => sum + count * 8, 1);
  const range = Math.max(4, Math.floor(keptBytes / perRow / 4) * 4);
  const results = works.map(() => new Float64Array(rows));
  for (let from = 0; from < rows; from += range) {
    const to = Math.min(rows, from + range);
    const pairs = (done: number) => breathe(from + (to - from) * done, rows);
    const found = await silhouettesOfRows(matrix, works, from, to, pairs);
    found.forEach((values, c) => {
      results[c]!.set(values, from);
    });
  }
  return results;
}

/**
 * The silhouettes of rows `from` … `to` − 1 alone, the same to the last digit in whatever ranges the rows are taken.
 *
 * @param works the labels, by `slotsOf`
 * @param from a multiple of four, as `to` where it is not the number of rows
 * @param breathe called with the share of the work done; what it returns is awaited
 * @returns for each clustering to − from numbers
 */
export async function silhouettesOfRows(
  matrix: Matrix,
  works: readonly Slots[],
  from: number,
  to: number,
  breathe: (share: number) => Promise<void> | undefined,
): Promise<Float64Array[]> {
  const sums = kernelSums(matrix, works, from, to) ?? plainSums(matrix, works, from);
  try {
    await addPairs(sums, matrix.rows, from, to, breathe);
    return works.map((work, c) => silhouettesFrom(work, sums, c, from, to));
  } finally {
    sums.leave();
  }
}

function silhouettesFrom(work: Slots, sums: DistanceSums, clustering: number, from: number, to: number): Float64Array {
  const sizes = new Int32Array(work.count);
  for (const slot of work.slots) sizes[slot]!++;
  const result: Float64Array = new Float64Array(to - from);
  for (let i = from; i < to; i += 4) {
    const four = sums.sums(clustering, i);
    for (let r = 0; r < 4 && i + r < to; r++) result[i + r - from] = silhouetteOf(work.slots[i + r]!, sizes, four, r);
  }
  return result;
}

function silhouetteOf(own: number, sizes: Int32Array, sums: Float64Array, r: number): number {
  const clusters = sizes.length - 1;
  let within = Number.NaN;
  let nearest = Number.POSITIVE_INFINITY;
  let others = 0;
  for (let c = 0; c < clusters; c++) {
    if (sizes[c] === 0) continue;
    const sum = sums[c * 4 + r]!;
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
