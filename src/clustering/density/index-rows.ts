import type { Matrix } from "../../core/matrix.js";
import { type SplitRows, splitRows } from "./split-rows.js";
import { turnRows } from "./turn-rows.js";

/** The rows of a matrix in the order of a k-d tree, ready to be searched. */
export interface IndexedRows extends SplitRows {
  readonly rows: number;
  readonly width: number;
  /** The rows as given, in the tree's order: exact distances come from these. */
  readonly exact: Float64Array;
  /** The rows turned, in the tree's order: these and the boxes discard. The same array as `exact` where unturned. */
  readonly turned: Float64Array;
  /** Turns a point that is no row of the matrix, and gives the `slack` for it. */
  turn(points: Float64Array, at: number, into: Float64Array): number;
  /** What `atMost` needs for the rows themselves. */
  readonly slack: number;
}

/**
 * Puts the rows of a matrix into the order of a k-d tree over their principal components.
 *
 * @param leafSize boxes with at most this many rows are not split; where left out as many as measured fastest:
 *   turned rows are discarded sooner than boxes
 */
export function indexRows(matrix: Matrix, leafSize?: number): IndexedRows {
  const { data, rows, columns } = matrix;
  const width = columns.length;
  const { data: turnedData, isTurned, turn, reach } = turnRows(matrix);
  const split = splitRows(turnedData, rows, width, leafSize ?? (isTurned ? 80 : 24));
  const exact = inOrder(data, split.order, width);
  const slackOf = (size: number) => (isTurned ? size * slackShare * width * width : 0);
  return {
    ...split,
    rows,
    width,
    exact,
    turned: isTurned ? inOrder(turnedData, split.order, width) : exact,
    turn(points, at, into) {
      turn(points, at, into);
      let size = 0;
      for (let j = 0; j < width; j++) size += into[j]! * into[j]!;
      return slackOf(Math.max(reach, size));
    },
    slack: slackOf(reach),
  };
}

/** turning is off by less than width × 1e-15 of a row's size; squared, × 1e9, for 2ab ≤ 1e-9 a² + 1e9 b² */
const slackShare = 1e-21;

/**
 * The turned distance² above which a row's exact distance² is certainly above `bound`, however the turning rounded.
 */
export function atMost(bound: number, slack: number): number {
  return slack === 0 ? bound : bound * (1 + 1e-9) + slack;
}

function inOrder(data: Float64Array, order: Int32Array, width: number): Float64Array {
  const sorted = new Float64Array(data.length);
  for (let p = 0; p < order.length; p++) {
    for (let j = 0, at = p * width, from = order[p]! * width; j < width; j++) sorted[at++] = data[from++]!;
  }
  return sorted;
}
