import type { Matrix } from "../../core/matrix.js";
import { createLeafHeap } from "./leaf-heap.js";
import { partitionRows, spreadOf } from "./leaf-spread.js";

/** Rows summed up in small groups: of each its size, mean and scatter, BIRCH's clustering feature. */
export interface MicroClusters {
  /** One row a micro-cluster: the mean of its rows. */
  readonly means: Matrix;
  /** One a micro-cluster: how many rows it holds. */
  readonly sizes: Float64Array;
  /** One a micro-cluster: the sum of the squared distances of its rows to the mean. */
  readonly scatter: Float64Array;
  /** One a row: the number of its micro-cluster. */
  readonly of: Int32Array;
  /** The share of all rows' variance that lies between the means, 0 … 1: what a fit on them can see. */
  readonly kept: number;
}

/**
 * Sums rows up in micro-clusters, as BIRCH does before it clusters (Zhang, Ramakrishnan & Livny 1996). In place of a
 * tree grown row by row, which depends on their order, the group of largest scatter is split at the mean of its widest
 * column until there are enough. Rows that are all the same stay together.
 *
 * @param matrix the rows
 * @param count how many micro-clusters; fewer where there are fewer distinct rows
 * @param breathe called after each split with the share done; what it returns is awaited
 */
export async function microClusters(
  matrix: Matrix,
  count: number,
  breathe: (share: number) => Promise<void> | undefined = () => undefined,
): Promise<MicroClusters> {
  const { data, rows, columns } = matrix;
  const width = columns.length;
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const most = Math.min(count, rows);
  // leaf l holds the rows order[start[l]] … order[end[l] - 1]
  const start = new Int32Array(most);
  const end = new Int32Array(most);
  const means: Float64Array = new Float64Array(most * width);
  const scatters = new Float64Array(most * width);
  const heap = createLeafHeap(most);
  const measure = (leaf: number, near: Float64Array): void => {
    const own = leaf * width;
    const scatter = spreadOf(
      data,
      order.subarray(start[leaf]!, end[leaf]!),
      near,
      means.subarray(own, own + width),
      scatters.subarray(own, own + width),
    );
    heap.put(leaf, scatter);
  };
  end[0] = rows;
  measure(0, data.slice(0, width));
  const total = heap.scatter(0);
  let leaves = 1;
  while (leaves < most) {
    const leaf = heap.take();
    if (leaf < 0) break;
    const own = means.slice(leaf * width, (leaf + 1) * width);
    const widest = largestAt(scatters, leaf * width, width);
    const middle = partitionRows(data, width, widest, own[widest]!, order, start[leaf]!, end[leaf]!);
    // values so close that their mean rounds to one of the ends cannot be parted
    if (middle === start[leaf] || middle === end[leaf]) continue;
    start[leaves] = middle;
    end[leaves] = end[leaf]!;
    end[leaf] = middle;
    measure(leaf, own);
    measure(leaves++, own);
    const pause = breathe(leaves / most);
    if (pause) await pause;
  }

  const of: Int32Array = new Int32Array(rows);
  for (let leaf = 0; leaf < leaves; leaf++) for (let p = start[leaf]!; p < end[leaf]!; p++) of[order[p]!] = leaf;
  const scatter: Float64Array = Float64Array.from({ length: leaves }, (_, leaf) => heap.scatter(leaf));
  return {
    means: {
      data: means.slice(0, leaves * width),
      rows: leaves,
      columns,
      ids: Array.from({ length: leaves }, (_, leaf) => String(leaf)),
    },
    sizes: Float64Array.from({ length: leaves }, (_, leaf) => end[leaf]! - start[leaf]!),
    scatter,
    of,
    kept: total === 0 ? 1 : 1 - scatter.reduce((sum, own) => sum + own, 0) / total,
  };
}

function largestAt(values: Float64Array, from: number, count: number): number {
  let largest = 0;
  for (let j = 1; j < count; j++) if (values[from + j]! > values[from + largest]!) largest = j;
  return largest;
}
