import type { Matrix } from "../../core/matrix.js";
import { createKdTree } from "./kd-tree.js";
import { createReachQueue } from "./reach-queue.js";
import type { ReachabilityPlot } from "./reachability-plot.js";

type Breathe = (done: number) => Promise<void> | undefined;

/**
 * Orders rows as OPTICS does (Ankerst et al. 1999): always the row that the rows before it reach at the least
 * distance, ties to the smaller row; where none is reached the smallest row left.
 *
 * @param coreDistances one a row; infinite for rows that reach no others
 * @param maxEps rows farther apart do not reach each other; may be infinite
 * @param breathe called after each row with the number of rows done
 */
export async function orderRows(
  matrix: Matrix,
  coreDistances: Float64Array,
  maxEps: number,
  breathe: Breathe,
): Promise<ReachabilityPlot> {
  const { rows } = matrix;
  const plot: ReachabilityPlot = {
    ordering: new Int32Array(rows),
    reachability: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    coreDistances,
    predecessor: new Int32Array(rows).fill(-1),
  };
  await (maxEps === Number.POSITIVE_INFINITY
    ? orderAll(matrix, plot, breathe)
    : orderNear(matrix, plot, maxEps, breathe));
  return plot;
}

/** Every row reaches every other: one pass over the rows left for each row. */
async function orderAll(matrix: Matrix, plot: ReachabilityPlot, breathe: Breathe): Promise<void> {
  const { rows } = matrix;
  const left = Int32Array.from({ length: rows }, (_, i) => i);
  let position = 0;
  for (let done = 0; done < rows; done++) {
    const row = left[position]!;
    plot.ordering[done] = row;
    left.copyWithin(position, position + 1, rows - done);
    position = reachFrom(matrix, row, left, rows - done - 1, plot);
    const pause = breathe(done + 1);
    if (pause) await pause;
  }
}

/** Reaches out from a row; returns where among the rows left the nearest one stands. */
function reachFrom(
  { data, columns }: Matrix,
  row: number,
  left: Int32Array,
  count: number,
  { coreDistances, reachability, predecessor }: ReachabilityPlot,
): number {
  const width = columns.length;
  const core = coreDistances[row]!;
  let least = Number.POSITIVE_INFINITY;
  let position = 0;
  // hot: who was reached at this core distance or below is not measured
  for (let at = 0; at < count; at++) {
    const other = left[at]!;
    if (core < reachability[other]!) {
      const distance = Math.max(core, distanceOf(data, row * width, other * width, width));
      if (distance < reachability[other]!) {
        reachability[other] = distance;
        predecessor[other] = row;
      }
    }
    if (reachability[other]! < least) {
      least = reachability[other]!;
      position = at;
    }
  }
  return position;
}

/** Neighbours within maxEps from a tree, the rows reached in a queue. */
async function orderNear(
  { data, rows, columns }: Matrix,
  { ordering, reachability, coreDistances, predecessor }: ReachabilityPlot,
  maxEps: number,
  breathe: Breathe,
): Promise<void> {
  const width = columns.length;
  const tree = createKdTree({ data, rows, columns, ids: [] });
  const queue = createReachQueue(reachability);
  const found = new Int32Array(rows);
  const isDone = new Uint8Array(rows);
  let fresh = 0;
  for (let done = 0; done < rows; done++) {
    while (isDone[fresh] === 1) fresh++;
    const row = queue.take() ?? fresh;
    ordering[done] = row;
    isDone[row] = 1;
    tree.forget(row);
    const core = coreDistances[row]!;
    const count = core <= maxEps ? tree.within(data, row * width, maxEps, found) : 0;
    for (let f = 0; f < count; f++) {
      const other = found[f]!;
      if (!(core < reachability[other]!)) continue;
      const distance = Math.max(core, distanceOf(data, row * width, other * width, width));
      if (!(distance < reachability[other]!)) continue;
      reachability[other] = distance;
      predecessor[other] = row;
      queue.put(other);
    }
    const pause = breathe(done + 1);
    if (pause) await pause;
  }
}

/** summed as the neighbour search sums, so that a core distance equals the distance that it is */
function distanceOf(data: Float64Array, a: number, b: number, width: number): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const gap = data[a + j]! - data[b + j]!;
    sum += gap * gap;
  }
  return Math.sqrt(sum);
}
