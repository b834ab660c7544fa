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
  const open = new Int32Array(128);
  const gaps = new Float64Array(128);

  return (p) => {
    best.fill(Number.POSITIVE_INFINITY);
    let limit = Number.POSITIVE_INFINITY;
    let depth = 1;
    open[0] = gaps[0] = 0;
    while (depth > 0) {
      const node = open[--depth]!;
      if (gaps[depth]! > limit) continue;
      const child = nodes[node * 3 + 2]!;
      if (child === 0) {
        const [from, to] = [nodes[node * 3]!, nodes[node * 3 + 1]!];
        limit =
          exact === turned
            ? scan(exact, width, from, to, p, best, found)
            : scanTurned(exact, turned, width, slack, limit, from, to, p, best, found);
        continue;
      }
      const left = boxDistance(boxes, child, turned, p * width, width, limit);
      const right = boxDistance(boxes, child + 1, turned, p * width, width, limit);
      const near = left <= right ? child : child + 1;
      if (Math.max(left, right) <= limit) {
        open[depth] = child + child + 1 - near;
        gaps[depth++] = Math.max(left, right);
      }
      open[depth] = near;
      gaps[depth++] = Math.min(left, right);
    }
  };
}

/** Compares a row with those of a leaf; returns the distance² of the last one kept. */
function scan(
  exact: Float64Array,
  width: number,
  from: number,
  to: number,
  p: number,
  best: Float64Array,
  found: Int32Array,
): number {
  const worst = best.length - 1;
  const own = p * width;
  for (let q = from; q < to; q++) {
    const distance = distanceBetween(exact, own, q * width, width);
    if (distance < best[worst]!) insert(best, found, distance, q);
  }
  return best[worst]!;
}

/** hot: the same where turned rows discard most others by their first four columns */
function scanTurned(
  exact: Float64Array,
  turned: Float64Array,
  width: number,
  slack: number,
  limitBefore: number,
  from: number,
  to: number,
  p: number,
  best: Float64Array,
  found: Int32Array,
): number {
  const worst = best.length - 1;
  const own = p * width;
  const a = turned[own]!;
  const b = turned[own + 1]!;
  const c = turned[own + 2]!;
  const d = turned[own + 3]!;
  let limit = limitBefore;
  for (let q = from, other = from * width; q < to; q++, other += width) {
    const first = a - turned[other]!;
    const second = b - turned[other + 1]!;
    const third = c - turned[other + 2]!;
    const fourth = d - turned[other + 3]!;
    let sum = first * first + second * second + (third * third + fourth * fourth);
    if (sum > limit) continue;
    let j = 4;
    for (; j + 1 < width && sum <= limit; j += 2) {
      const even = turned[own + j]! - turned[other + j]!;
      const odd = turned[own + j + 1]! - turned[other + j + 1]!;
      sum += even * even + odd * odd;
    }
    if (sum > limit) continue;
    const distance = distanceBetween(exact, own, other, width);
    if (!(distance < best[worst]!)) continue;
    insert(best, found, distance, q);
    limit = atMost(best[worst]!, slack);
  }
  return limit;
}

/** squared, summed column by column: core distances elsewhere are summed alike, to the last digit */
function distanceBetween(exact: Float64Array, own: number, other: number, width: number): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const gap = exact[own + j]! - exact[other + j]!;
    sum += gap * gap;
  }
  return sum;
}

function insert(best: Float64Array, found: Int32Array, distance: number, position: number): void {
  let slot = best.length - 1;
  for (; slot > 0 && best[slot - 1]! > distance; slot--) {
    best[slot] = best[slot - 1]!;
    found[slot] = found[slot - 1]!;
  }
  best[slot] = distance;
  found[slot] = position;
}
