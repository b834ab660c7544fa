import { boxDistance } from "./box-distance.js";
import { atMost, type IndexedRows } from "./index-rows.js";

/** The nearest rows of every row of an index, itself among them. All numbers are positions in the tree's order. */
export interface NearestRows {
  /** One a position: the squared distance to its `count`-th nearest row; infinite where there are fewer rows. */
  readonly last: Float64Array;
  /** `kept` numbers a position: its nearest rows, nearest first. */
  readonly positions: Int32Array;
  /** How many are kept of each. */
  readonly kept: number;
}

/**
 * Searches for the nearest rows of all rows, in the tree's order, so that what one row opened the next finds warm.
 *
 * @param count which neighbour `last` tells, the row itself counted as the first
 * @param keep how many neighbours to keep, at most `count`
 * @param breathe called after each row with the number of rows done
 */
export async function nearestRows(
  index: IndexedRows,
  count: number,
  keep: number,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<NearestRows> {
  const { rows } = index;
  const kept = Math.min(keep, count, rows);
  const last: Float64Array = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const positions: Int32Array = new Int32Array(rows * kept);
  const wanted = Math.min(count, rows);
  const best = new Float64Array(wanted);
  const found = new Int32Array(wanted);
  const search = createSearch(index, best, found);
  for (let p = 0; p < rows; p++) {
    search(p);
    if (wanted === count) last[p] = best[count - 1]!;
    for (let s = 0, to = p * kept; s < kept; s++) positions[to++] = found[s]!;
    const pause = breathe(p + 1);
    if (pause) await pause;
  }
  return { last, positions, kept };
}

/** Makes the search that fills `best` and `found` for one position. */
function createSearch(index: IndexedRows, best: Float64Array, found: Int32Array): (p: number) => void {
  const { nodes, boxes, width, exact, turned, slack } = index;
  const wanted = best.length;
  const worst = wanted - 1;
  const isTurned = exact !== turned;
  const open = new Int32Array(128);
  const gaps = new Float64Array(128);
  let limit = Number.POSITIVE_INFINITY;

  // hot: most rows are discarded by their first four turned columns
  const scan = (from: number, to: number, p: number): void => {
    const own = p * width;
    for (let q = from; q < to; q++) {
      const other = q * width;
      let sum = 0;
      if (isTurned) {
        const first = turned[own]! - turned[other]!;
        const second = turned[own + 1]! - turned[other + 1]!;
        const third = turned[own + 2]! - turned[other + 2]!;
        const fourth = turned[own + 3]! - turned[other + 3]!;
        sum = first * first + second * second + (third * third + fourth * fourth);
        if (sum > limit) continue;
        for (let j = 4; j < width && sum <= limit; j++) {
          const gap = turned[own + j]! - turned[other + j]!;
          sum += gap * gap;
        }
        if (sum > limit) continue;
        sum = 0;
      }
      for (let j = 0; j < width; j++) {
        const gap = exact[own + j]! - exact[other + j]!;
        sum += gap * gap;
      }
      if (!(sum < best[worst]!)) continue;
      let slot = worst;
      for (; slot > 0 && best[slot - 1]! > sum; slot--) {
        best[slot] = best[slot - 1]!;
        found[slot] = found[slot - 1]!;
      }
      best[slot] = sum;
      found[slot] = q;
      limit = atMost(best[worst]!, slack);
    }
  };

  return (p) => {
    best.fill(Number.POSITIVE_INFINITY);
    limit = Number.POSITIVE_INFINITY;
    let depth = 1;
    open[0] = gaps[0] = 0;
    while (depth > 0) {
      const node = open[--depth]!;
      if (gaps[depth]! > limit) continue;
      const child = nodes[node * 3 + 2]!;
      if (child === 0) {
        scan(nodes[node * 3]!, nodes[node * 3 + 1]!, p);
        continue;
      }
      const left = boxDistance(boxes, child, turned, p * width, width);
      const right = boxDistance(boxes, child + 1, turned, p * width, width);
      const near = left <= right ? child : child + 1;
      open[depth] = child + child + 1 - near;
      gaps[depth++] = Math.max(left, right);
      open[depth] = near;
      gaps[depth++] = Math.min(left, right);
    }
  };
}
