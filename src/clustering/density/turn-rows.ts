import type { Matrix } from "../../core/matrix.js";
import { principalComponents } from "../../core/principal-components.js";

/** Rows turned so that their first columns tell most of how far apart they are. */
export interface TurnedRows {
  /** rows × width numbers; the rows themselves where turning would not help. */
  readonly data: Float64Array;
  /** Whether `data` is turned: then its distances are right but for rounding. */
  readonly isTurned: boolean;
  /** Turns one more point of `points`, beginning at `at`, into `into`. */
  turn(points: Float64Array, at: number, into: Float64Array): void;
  /** The largest distance² of a turned row from the centre. */
  readonly reach: number;
}

/** narrower rows are compared as fast as they stand, wider ones would cost more to turn than they save */
const leastWidth = 5;
const mostWidth = 64;
/** any right-angled turn is exact, so the components of some rows do */
const sampleRows = 5_000;

/**
 * Turns rows onto their principal components. Distances stay what they are, but a few columns now hold most of
 * them, so a search can discard a row early and its boxes are tighter.
 */
export function turnRows(matrix: Matrix): TurnedRows {
  const { data, rows, columns } = matrix;
  const width = columns.length;
  const same: TurnedRows = {
    data,
    isTurned: false,
    turn: (points, at, into) => into.set(points.subarray(at, at + width)),
    reach: 0,
  };
  if (width < leastWidth || width > mostWidth || rows < 2) return same;
  const { loadings, means } = principalComponents(everyFew(matrix, Math.ceil(rows / sampleRows)), width);
  const turn = (points: Float64Array, at: number, into: Float64Array): void => {
    into.fill(0);
    for (let j = 0, weight = 0; j < width; j++) {
      const centred = points[at + j]! - means[j]!;
      for (let c = 0; c < width; c++) into[c]! += centred * loadings[weight++]!;
    }
  };
  const turned: Float64Array = new Float64Array(data.length);
  const into = new Float64Array(width);
  let reach = 0;
  for (let i = 0; i < rows; i++) {
    turn(data, i * width, into);
    let sum = 0;
    for (const value of into) sum += value * value;
    // squares of huge values overflow: such rows are searched as they stand
    if (!(sum < Number.MAX_VALUE)) return same;
    if (sum > reach) reach = sum;
    turned.set(into, i * width);
  }
  return { data: turned, isTurned: true, turn, reach };
}

function everyFew({ data, rows, columns }: Matrix, step: number): Matrix {
  const width = columns.length;
  const kept = Math.max(2, Math.floor(rows / step));
  const some: Float64Array = new Float64Array(kept * width);
  for (let i = 0; i < kept; i++) some.set(data.subarray(i * step * width, (i * step + 1) * width), i * width);
  return { data: some, rows: kept, columns, ids: [] };
}
