import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import type { MergeTree } from "../clusterer.js";
import { checkPairs } from "../limits/check-pairs.js";
import { squaredDistance } from "../squared-distance.js";
import { leafOrder } from "./leaf-order.js";

/**
 * Tells how faithfully a tree keeps the distances between rows: the correlation of all pairwise distances with the
 * heights at which the pairs are joined (Sokal & Rohlf 1962).
 *
 * @param tree a merge tree of the matrix's rows
 * @param matrix the rows
 * @param run `signal`, `onProgress`
 * @returns Pearson's correlation, at most 1; NaN for fewer than three rows or where all distances are equal
 * @throws SegmentLabError `too-large` where all pairs would take more than about an hour
 */
export async function copheneticCorrelation(tree: MergeTree, matrix: Matrix, run: RunOptions = {}): Promise<number> {
  checkPairs("the cophenetic correlation", matrix, "build the tree of a sample: sampleRows");
  const { data, rows, columns } = matrix;
  const width = columns.length;
  const breathe = createBreather(run, "cophenetic correlation");
  const order = leafOrder(tree);
  const sorted = new Float64Array(data.length);
  order.forEach((row, p) => {
    sorted.set(data.subarray(row * width, (row + 1) * width), p * width);
  });
  const joins = joiningMerges(tree, order);
  const { height } = tree;
  const pairs = (rows * (rows - 1)) / 2;
  const sums = new Float64Array(5);
  // shifted sums: without the shift the squares would cancel
  const shift = [firstDistance(sorted, width), height[0] ?? 0] as const;
  for (let p = 0; p < rows; p++) {
    addPairs(sorted, width, p, joins, height, shift, sums);
    const pause = breathe(p * rows - (p * p) / 2, (rows * rows) / 2);
    if (pause) await pause;
  }
  const [x, y, xx, yy, xy] = sums as unknown as [number, number, number, number, number];
  const spread = Math.sqrt((xx - (x * x) / pairs) * (yy - (y * y) / pairs));
  return spread > 0 ? (xy - (x * y) / pairs) / spread : Number.NaN;
}

/** For each two leaves that stand side by side the number of the merge that joins them. */
function joiningMerges({ rows, left, right }: MergeTree, order: Int32Array): Int32Array {
  const position = new Int32Array(rows);
  order.forEach((row, p) => {
    position[row] = p;
  });
  // the last leaf of each cluster, by cluster number
  const last = Int32Array.from({ length: rows + left.length }, (_, i) => (i < rows ? position[i]! : 0));
  const joins = new Int32Array(left.length);
  for (let m = 0; m < left.length; m++) {
    joins[last[left[m]!]!] = m;
    last[rows + m] = last[right[m]!]!;
  }
  return joins;
}

function firstDistance(sorted: Float64Array, width: number): number {
  return sorted.length > width ? Math.sqrt(squaredDistance(sorted, 0, sorted, width, width)) : 0;
}

// hot: two leaves are joined by the latest of the merges between them
function addPairs(
  sorted: Float64Array,
  width: number,
  p: number,
  joins: Int32Array,
  height: Float64Array,
  [shiftX, shiftY]: readonly [number, number],
  sums: Float64Array,
): void {
  let joined = 0;
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let q = p; q < joins.length; q++) {
    const squared = squaredDistance(sorted, p * width, sorted, (q + 1) * width, width);
    if (joins[q]! > joined) joined = joins[q]!;
    const dx = Math.sqrt(squared) - shiftX;
    const dy = height[joined]! - shiftY;
    x += dx;
    y += dy;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  sums[0]! += x;
  sums[1]! += y;
  sums[2]! += xx;
  sums[3]! += yy;
  sums[4]! += xy;
}
