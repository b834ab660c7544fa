import type { Matrix } from "../../core/matrix.js";
import { strideOf, takeRoom } from "../kernels/kernel-room.js";
import { squaredDistance } from "../squared-distance.js";

/** Tries rows as the next centre of k-means++. */
export interface CentreTrials {
  /** Measures all rows as if `row` became a centre too; returns the sum of the squared distances to the nearest one. */
  measure(row: number): number;
  /** Keeps what was measured last, as the best so far. */
  keep(): void;
  /** Makes a centre of the row whose distances were kept. */
  choose(): void;
  /** One a row: the squared distance to the nearest centre. */
  nearest(): Float64Array;
  leave(): void;
}

/** In TypeScript. */
export function plainTrials({ data, rows, columns }: Matrix): CentreTrials {
  const width = columns.length;
  const lists = [0, 1, 2].map(() => new Float64Array(rows));
  return trialsOf(lists, ([nearest, trial], row) => shorten(data, width, row, nearest!, trial!));
}

/** By kernels, the same to the last digit; nothing where there are none. */
export function kernelTrials(matrix: Matrix): CentreTrials | undefined {
  const { rows, columns } = matrix;
  const stride = strideOf(columns.length);
  const room = takeRoom(rows * (stride + 24) + 64);
  if (!room) return undefined;
  const { kernels } = room;
  const { at } = room.rows(matrix);
  const lists = [0, 1, 2].map(() => room.numbers(rows).values);
  const measure = ([nearest, trial]: Float64Array[], row: number) =>
    kernels.shorten(at, stride, rows, row, nearest!.byteOffset, trial!.byteOffset);
  return { ...trialsOf(lists, measure), leave: room.leave };
}

/** @param lists three: the nearest distances so far, those of a trial, and of the best trial */
function trialsOf(lists: Float64Array[], measure: (lists: Float64Array[], row: number) => number): CentreTrials {
  let [nearest, trial, best] = lists as [Float64Array, Float64Array, Float64Array];
  nearest.fill(Number.POSITIVE_INFINITY);
  return {
    measure: (row) => measure([nearest, trial], row),
    keep: () => {
      [trial, best] = [best, trial];
    },
    choose: () => {
      [nearest, best] = [best, nearest];
    },
    nearest: () => nearest,
    leave: () => undefined,
  };
}

/** Writes the squared distances to the nearest centre if `row` became one too; returns their sum. */
function shorten(data: Float64Array, width: number, row: number, nearest: Float64Array, result: Float64Array): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < nearest.length; i++) {
    const shorter = Math.min(squaredDistance(data, i * width, data, row * width, width), nearest[i]!);
    result[i] = shorter;
    if (i % 2 === 0) even += shorter;
    else odd += shorter;
  }
  return even + odd;
}
