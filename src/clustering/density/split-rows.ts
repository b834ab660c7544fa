/** The rows of a k-d tree, split into boxes. */
export interface SplitRows {
  /** The row numbers, so that each node's rows stand side by side. */
  readonly order: Int32Array;
  /** Three numbers a node: its first position, the one after its last, its first child (0 in a leaf). */
  readonly nodes: Int32Array;
  /** 2 × width numbers a node: the least and the largest coordinates of its rows. */
  readonly boxes: Float64Array;
}

/**
 * Splits rows at the median of the widest column, again and again, until each box holds few of them.
 *
 * @param data rows × width numbers, row after row
 * @param leafSize boxes with at most this many rows are not split
 */
export function splitRows(data: Float64Array, rows: number, width: number, leafSize: number): SplitRows {
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const nodes: number[] = [0, rows, 0];
  const boxes: number[] = [];
  // children are appended in pairs, so the nodes are their own queue
  for (let node = 0; node * 3 < nodes.length; node++) {
    const start = nodes[node * 3]!;
    const end = nodes[node * 3 + 1]!;
    const low = boxes.length;
    pushBox(boxes, data, width, order, start, end);
    const side = (j: number) => boxes[low + width + j]! - boxes[low + j]!;
    let widest = 0;
    for (let j = 1; j < width; j++) {
      if (side(j) > side(widest)) widest = j;
    }
    // rows that are all the same cannot be split
    if (end - start <= leafSize || side(widest) === 0) continue;
    const middle = (start + end) >>> 1;
    selectMedian(data, width, widest, order, start, end - 1, middle);
    nodes[node * 3 + 2] = nodes.length / 3;
    nodes.push(start, middle, 0, middle, end, 0);
  }
  return { order, nodes: Int32Array.from(nodes), boxes: Float64Array.from(boxes) };
}

/** Appends the least coordinates of some rows to `boxes`, then the largest ones. */
function pushBox(
  boxes: number[],
  data: Float64Array,
  width: number,
  order: Int32Array,
  start: number,
  end: number,
): void {
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let p = start; p < end; p++) {
    for (let j = 0, at = order[p]! * width; j < width; j++, at++) {
      if (data[at]! < low[j]!) low[j] = data[at]!;
      if (data[at]! > high[j]!) high[j] = data[at]!;
    }
  }
  for (const value of low) boxes.push(value);
  for (const value of high) boxes.push(value);
}

/** Reorders so that the position `middle` holds what a sort by column `j` would put there (Hoare's selection). */
function selectMedian(
  data: Float64Array,
  width: number,
  j: number,
  order: Int32Array,
  first: number,
  last: number,
  middle: number,
): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = data[order[(low + high) >>> 1]! * width + j]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (data[order[left]! * width + j]! < pivot) left++;
      while (data[order[right]! * width + j]! > pivot) right--;
      if (left > right) break;
      const swapped = order[left]!;
      order[left++] = order[right]!;
      order[right--] = swapped;
    }
    if (middle <= right) high = right;
    else if (middle >= left) low = left;
    else return;
  }
}
