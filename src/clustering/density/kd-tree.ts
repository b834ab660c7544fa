import type { Matrix } from "../../core/matrix.js";
import { boxDistance } from "./box-distance.js";
import { atMost, indexRows } from "./index-rows.js";
import { rememberRows } from "./remember-rows.js";
import { createRowDistance } from "./row-distance.js";

/** Answers questions about the neighbours of a point; distances are Euclidean. */
export interface KdTree {
  /**
   * Counts the rows within `radius` (inclusive) of a point and writes their numbers into `found`, in no order;
   * stops early once `enough` are found.
   */
  within(points: Float64Array, at: number, radius: number, found: Int32Array, enough?: number): number;
  /**
   * Writes the `rows.length` nearest rows and their distances, nearest first; returns how many there are.
   */
  nearest(points: Float64Array, at: number, rows: Int32Array, distances: Float64Array): number;
  /** Leaves a row out of all later answers of `within`: boxes whose rows are all forgotten are not opened again. */
  forget(row: number): void;
}

/**
 * Builds a k-d tree over the rows of a matrix for fast neighbour searches (Bentley 1975). A point is given as an
 * array and the index of its first coordinate.
 *
 * @param matrix the rows to search
 * @param leafSize rows that are compared one by one; see `indexRows`
 * @returns the tree
 * @example const count = createKdTree(matrix).within(matrix.data, 0, 0.5, new Int32Array(matrix.rows));
 */
export function createKdTree(matrix: Matrix, leafSize?: number): KdTree {
  const index = indexRows(matrix, leafSize);
  const { order, nodes, boxes, rows, width } = index;
  const measure = createRowDistance(index);
  const open = new Int32Array(128);
  const gaps = new Float64Array(128);
  const point = new Float64Array(width);
  const memory = rememberRows(order, nodes);

  return {
    within(points, at, radius, found, enough = rows) {
      const slack = index.turn(points, at, point);
      const reach = radius * radius;
      const limit = atMost(reach, slack);
      let count = 0;
      let depth = rows === 0 ? 0 : 1;
      open[0] = 0;
      while (depth > 0) {
        const node = open[--depth]!;
        if (memory.left[node] === 0 || boxDistance(boxes, node, point, 0, width, limit) > limit) continue;
        const child = nodes[node * 3 + 2]!;
        if (child > 0) {
          open[depth++] = child + 1;
          open[depth++] = child;
          continue;
        }
        for (let p = nodes[node * 3]!; p < nodes[node * 3 + 1]!; p++) {
          if (memory.forgotten[p] === 1 || measure(p, point, 0, points, at, limit) > reach) continue;
          found[count++] = order[p]!;
          if (count >= enough) return count;
        }
      }
      return count;
    },

    nearest(points, at, result, distances) {
      const slack = index.turn(points, at, point);
      const wanted = result.length;
      let count = 0;
      let limit = Number.POSITIVE_INFINITY;
      let depth = rows === 0 || wanted === 0 ? 0 : 1;
      open[0] = gaps[0] = 0;
      while (depth > 0) {
        const node = open[--depth]!;
        if (gaps[depth]! > limit) continue;
        const child = nodes[node * 3 + 2]!;
        if (child > 0) {
          const left = boxDistance(boxes, child, point, 0, width, limit);
          const right = boxDistance(boxes, child + 1, point, 0, width, limit);
          const near = left <= right ? child : child + 1;
          open[depth] = child + child + 1 - near;
          gaps[depth++] = Math.max(left, right);
          open[depth] = near;
          gaps[depth++] = Math.min(left, right);
          continue;
        }
        for (let p = nodes[node * 3]!; p < nodes[node * 3 + 1]!; p++) {
          const distance = measure(p, point, 0, points, at, limit);
          if (count === wanted && !(distance < distances[count - 1]!)) continue;
          let slot = count < wanted ? count++ : count - 1;
          for (; slot > 0 && distances[slot - 1]! > distance; slot--) {
            distances[slot] = distances[slot - 1]!;
            result[slot] = result[slot - 1]!;
          }
          distances[slot] = distance;
          result[slot] = order[p]!;
          if (count === wanted) limit = atMost(distances[count - 1]!, slack);
        }
      }
      for (let s = 0; s < count; s++) distances[s] = Math.sqrt(distances[s]!);
      return count;
    },

    forget: memory.forget,
  };
}
