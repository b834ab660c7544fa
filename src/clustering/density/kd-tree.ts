import type { Matrix } from "../../core/matrix.js";
import { rememberRows } from "./remember-rows.js";
import { splitRows } from "./split-rows.js";

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
 * @param leafSize rows that are compared one by one
 * @returns the tree
 * @example const count = createKdTree(matrix).within(matrix.data, 0, 0.5, new Int32Array(matrix.rows));
 */
export function createKdTree({ data, rows, columns }: Matrix, leafSize = 24): KdTree {
  const width = columns.length;
  const { order, nodes, boxes } = splitRows(data, rows, width, leafSize);
  const sorted = new Float64Array(data.length);
  order.forEach((row, p) => {
    sorted.set(data.subarray(row * width, (row + 1) * width), p * width);
  });
  const open = new Int32Array(128);
  const memory = rememberRows(order, nodes);

  const boxDistance = (points: Float64Array, at: number, node: number): number => {
    let sum = 0;
    for (let j = 0, low = node * 2 * width, high = low + width; j < width; j++, low++, high++) {
      const x = points[at + j]!;
      const gap = x < boxes[low]! ? boxes[low]! - x : x > boxes[high]! ? x - boxes[high]! : 0;
      sum += gap * gap;
    }
    return sum;
  };
  const rowDistance = (points: Float64Array, at: number, position: number): number => {
    let sum = 0;
    for (let j = 0, from = position * width; j < width; j++, from++) {
      const gap = points[at + j]! - sorted[from]!;
      sum += gap * gap;
    }
    return sum;
  };

  return {
    within(points, at, radius, found, enough = rows) {
      const reach = radius * radius;
      let count = 0;
      let depth = rows === 0 ? 0 : 1;
      open[0] = 0;
      while (depth > 0) {
        const node = open[--depth]!;
        if (memory.left[node] === 0 || boxDistance(points, at, node) > reach) continue;
        const child = nodes[node * 3 + 2]!;
        if (child > 0) {
          open[depth++] = child + 1;
          open[depth++] = child;
          continue;
        }
        for (let p = nodes[node * 3]!; p < nodes[node * 3 + 1]!; p++) {
          if (memory.forgotten[p] === 1 || rowDistance(points, at, p) > reach) continue;
          found[count++] = order[p]!;
          if (count >= enough) return count;
        }
      }
      return count;
    },

    nearest(points, at, result, distances) {
      const wanted = result.length;
      let count = 0;
      let depth = rows === 0 || wanted === 0 ? 0 : 1;
      open[0] = 0;
      while (depth > 0) {
        const node = open[--depth]!;
        if (count === wanted && boxDistance(points, at, node) >= distances[count - 1]!) continue;
        const child = nodes[node * 3 + 2]!;
        if (child > 0) {
          const leftFirst = boxDistance(points, at, child) <= boxDistance(points, at, child + 1);
          open[depth++] = leftFirst ? child + 1 : child;
          open[depth++] = leftFirst ? child : child + 1;
          continue;
        }
        for (let p = nodes[node * 3]!; p < nodes[node * 3 + 1]!; p++) {
          const distance = rowDistance(points, at, p);
          if (count === wanted && distance >= distances[count - 1]!) continue;
          let slot = count < wanted ? count++ : count - 1;
          for (; slot > 0 && distances[slot - 1]! > distance; slot--) {
            distances[slot] = distances[slot - 1]!;
            result[slot] = result[slot - 1]!;
          }
          distances[slot] = distance;
          result[slot] = order[p]!;
        }
      }
      for (let s = 0; s < count; s++) distances[s] = Math.sqrt(distances[s]!);
      return count;
    },

    forget: memory.forget,
  };
}
