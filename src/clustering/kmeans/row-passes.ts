import type { Matrix } from "../../core/matrix.js";
import { squaredDistance } from "../squared-distance.js";
import { type Assignment, assignRows, slackShare } from "./assign-rows.js";
import { kernelPasses } from "./kernel-passes.js";
import { type RowSums, sumRows } from "./mean-centres.js";
import { meanVariance } from "./mean-variance.js";

/** What one start of k-means does with all rows. */
export interface RowPasses {
  readonly state: Assignment;
  /** The mean over the columns of their variance (divided by the number of rows). */
  readonly variance: number;
  /** Assigns rows `from` … `to` − 1 as `assignRows` does; returns how many labels changed. */
  assign(from: number, to: number): number;
  /** Copies the running sums of the rows of each centre. */
  sums(): RowSums;
  /** Adds all rows up anew, without the rounding errors of the running sums. */
  sumAgain(): void;
  /** The sum of the rows' squared distances to their centres. */
  inertia(): number;
  /** Ends the passes; the state belongs to others then. */
  leave(): void;
}

/** The passes over the rows of a matrix from given centres, by kernels where there are any. */
export function rowPasses(matrix: Matrix, start: Float64Array): RowPasses {
  return kernelPasses(matrix, start) ?? plainPasses(matrix, start);
}

/** The same in TypeScript, to the last digit. */
export function plainPasses(matrix: Matrix, start: Float64Array): RowPasses {
  const { data, rows } = matrix;
  const width = matrix.columns.length;
  const k = start.length / width;
  let largest = 0;
  for (let i = 0; i < data.length; i++) largest = Math.max(largest, Math.abs(data[i]!));
  const state: Assignment = {
    data,
    width,
    k,
    centres: start.slice(),
    labels: new Int32Array(rows),
    upper: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    lower: new Float64Array(rows),
    moved: new Float64Array(k),
    half: new Float64Array(k),
    sums: new Float64Array(k * width),
    counts: new Int32Array(k),
    slack: slackShare * largest,
  };
  const { centres, labels } = state;
  return {
    state,
    variance: meanVariance(matrix),
    assign: (from, to) => assignRows(state, from, to),
    sums: () => ({ sums: state.sums.slice(), counts: state.counts.slice() }),
    sumAgain: () => sumRows(data, width, labels, state),
    inertia: () => {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += squaredDistance(data, i * width, centres, labels[i]! * width, width);
      return sum;
    },
    leave: () => undefined,
  };
}
