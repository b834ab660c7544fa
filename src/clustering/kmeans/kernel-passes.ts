import type { Matrix } from "../../core/matrix.js";
import { strideOf, takeRoom } from "../kernels/kernel-room.js";
import { type Assignment, largestMoves, slackShare } from "./assign-rows.js";
import type { RowPasses } from "./row-passes.js";

/**
 * The passes of k-means over the rows of a matrix as WebAssembly.
 *
 * @param start k × columns numbers: the centres at first
 * @returns nothing where there are no kernels
 */
export function kernelPasses(matrix: Matrix, start: Float64Array): RowPasses | undefined {
  const { data, rows, columns } = matrix;
  const width = columns.length;
  const stride = strideOf(width);
  const k = start.length / width;
  // centres are measured four at a time
  const slots = Math.ceil(k / 4) * 4;
  const room = takeRoom(rows * (stride + 24) + slots * (2 * stride + 32) + 4 * stride + 256);
  if (!room) return undefined;
  const { kernels } = room;
  const all = room.rows(matrix);
  const padded = room.rows({ data: start, rows: k, columns }, slots - k);
  const sums = room.rows({ data: new Float64Array(k * width), rows: k, columns });
  const counts = room.integers(k);
  const labels = room.integers(rows);
  const list = room.integers(rows);
  const upper = room.numbers(rows);
  const lower = room.numbers(rows);
  const moved = room.numbers(k);
  const away = room.numbers(k);
  const half = room.numbers(k);
  upper.values.fill(Number.POSITIVE_INFINITY);
  // no row is nearer to a centre that is not there
  for (let c = k; c < slots; c++) padded.values[(c * stride) / 8] = Number.POSITIVE_INFINITY;

  const columnSums = (centre?: number): Float64Array => {
    sums.values.fill(0);
    if (centre === undefined) kernels.addRows(all.at, stride, rows, sums.at);
    else kernels.addSquares(all.at, stride, rows, centre, sums.at);
    return sums.values.slice(0, width);
  };
  const means = columnSums().map((sum) => sum / rows);
  const mean = room.rows({ data: means, rows: 1, columns });
  const variance = columnSums(mean.at).reduce((sum, squares) => sum + squares, 0) / (rows * width);

  const state: Assignment = {
    data,
    width,
    k,
    centres: start.slice(),
    labels: labels.values,
    upper: upper.values,
    lower: lower.values,
    moved: moved.values,
    half: half.values,
    sums: sums.values,
    counts: counts.values,
    slack: slackShare * kernels.largestValue(all.at, stride, rows),
  };
  const placeCentres = () => {
    for (let c = 0; c < k; c++) {
      for (let j = 0; j < width; j++) padded.values[(c * stride) / 8 + j] = state.centres[c * width + j]!;
    }
  };
  return {
    state,
    variance,
    assign: (from, to) => {
      placeCentres();
      const [most, second, farthest] = largestMoves(state.moved);
      away.values.fill(most);
      away.values[farthest] = second;
      return kernels.assignRows(
        all.at,
        stride,
        padded.at,
        slots,
        labels.at,
        upper.at,
        lower.at,
        moved.at,
        away.at,
        half.at,
        sums.at,
        counts.at,
        list.at,
        state.slack,
        from,
        to,
      );
    },
    sums: () => {
      const packed = new Float64Array(k * width);
      for (let c = 0; c < k; c++) {
        for (let j = 0; j < width; j++) packed[c * width + j] = sums.values[(c * stride) / 8 + j]!;
      }
      return { sums: packed, counts: counts.values.slice() };
    },
    sumAgain: () => {
      sums.values.fill(0);
      counts.values.fill(0);
      kernels.sumRows(all.at, stride, labels.at, rows, sums.at, counts.at);
    },
    inertia: () => {
      placeCentres();
      return kernels.inertiaOf(all.at, stride, padded.at, labels.at, rows);
    },
    leave: room.leave,
  };
}
