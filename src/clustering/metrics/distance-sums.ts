import type { Matrix } from "../../core/matrix.js";
import { strideOf, takeRoom } from "../kernels/kernel-room.js";
import { squaredDistance } from "../squared-distance.js";

/** A clustering's labels, noise moved to a slot of its own after the clusters. */
export interface Slots {
  readonly slots: Int32Array;
  readonly count: number;
}

/** Moves noise to a slot of its own. */
export function slotsOf(labels: Int32Array): Slots {
  let clusters = 0;
  for (const label of labels) clusters = Math.max(clusters, label + 1);
  return { slots: labels.map((label) => (label < 0 ? clusters : label)), count: clusters + 1 };
}

/** For each of some rows and each slot the sum of the distances to the rows in it; four rows are worked on at once. */
export interface DistanceSums {
  /** Adds the distances of rows i … i + 3 to rows `from` … `to` − 1. */
  add(i: number, from: number, to: number): void;
  /** Adds those to rows i … `to` − 1, and of each of these but the four to the four. */
  addBoth(i: number, to: number): void;
  /** Of rows i … i + 3 in one clustering: count × 4 numbers, slot after slot. */
  sums(clustering: number, i: number): Float64Array;
  leave(): void;
}

/** rows whose distances are kept between two passes: few, so that they stay near */
const tile = 256;

/** The sums of rows `start` … `end` − 1, where start is a multiple of four, as end where it is not the last row. */
export function plainSums({ data, rows, columns }: Matrix, works: readonly Slots[], start: number): DistanceSums {
  const width = columns.length;
  const all = works.map(({ count }) => new Float64Array((Math.ceil(rows / 4) * 4 - start) * count));
  const sums = (c: number, i: number) => {
    const size = works[c]!.count * 4;
    return all[c]!.subarray(((i - start) / 4) * size, ((i - start) / 4 + 1) * size);
  };
  const addPair = (i: number, q: number) => {
    if (i >= rows) return;
    const distance = Math.sqrt(squaredDistance(data, i * width, data, q * width, width));
    works.forEach(({ slots }, c) => {
      sums(c, i - (i % 4))[slots[q]! * 4 + (i % 4)]! += distance;
    });
  };
  const add = (i: number, from: number, to: number) => {
    for (let q = from; q < to; q++) for (let r = 0; r < 4; r++) addPair(i + r, q);
  };
  return {
    add,
    addBoth: (i, to) => {
      add(i, i, to);
      for (let q = i + 4; q < to; q++) for (let r = 0; r < 4; r++) addPair(q, i + r);
    },
    sums,
    leave: () => undefined,
  };
}

/** The same by kernels, to the last digit; nothing where there are none. */
export function kernelSums(
  matrix: Matrix,
  works: readonly Slots[],
  start: number,
  end: number,
): DistanceSums | undefined {
  const { rows, columns } = matrix;
  const stride = strideOf(columns.length);
  const filled = Math.ceil(rows / 4) * 4;
  const own = Math.ceil((end - start) / 4) * 4;
  const perRow = works.reduce((sum, { count }) => sum + count * 8, 0);
  const room = takeRoom(filled * (stride + works.length * 4) + own * perRow + tile * 32 + works.length * 32 + 64);
  if (!room) return undefined;
  const { kernels } = room;
  const { at } = room.rows(matrix, filled - rows);
  const distances = room.numbers(tile * 4).at;
  const placed = works.map(({ slots, count }) => {
    const own4 = room.integers(filled);
    own4.values.set(slots);
    return { slots: own4.at, sums: room.numbers(own * count), step: count * 32 };
  });
  return {
    add: (i, from, to) => {
      for (let q = from; q < to; q += tile) {
        const until = Math.min(to, q + tile);
        kernels.distancesFromFour(at, stride, i, q, until, distances);
        for (const { slots, sums, step } of placed) {
          kernels.addToFour(distances, slots, q, until, sums.at + ((i - start) / 4) * step);
        }
      }
    },
    addBoth: (i, to) => {
      for (let q = i; q < to; q += tile) {
        const until = Math.min(to, q + tile);
        const whole = Math.ceil(until / 4) * 4;
        kernels.distancesFromFour(at, stride, i, q, whole, distances);
        const others = q === i ? i + 4 : q;
        for (const { slots, sums, step } of placed) {
          kernels.addToFour(distances, slots, q, until, sums.at + ((i - start) / 4) * step);
          const skipped = distances + (others - q) * 32;
          kernels.addFromFour(skipped, slots, i, others, whole, sums.at - (start / 4) * step, step);
        }
      }
    },
    sums: (c, i) => {
      const size = works[c]!.count * 4;
      return placed[c]!.sums.values.subarray(((i - start) / 4) * size, ((i - start) / 4 + 1) * size);
    },
    leave: room.leave,
  };
}
