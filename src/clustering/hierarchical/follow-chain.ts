import type { RowMerges } from "./sort-merges.js";

/** Distances between clusters that shrink as clusters merge; a cluster is known by one of its rows. */
export interface ClusterDistances {
  distance(a: number, b: number): number;
  /** The active cluster nearest to `a`, other than `a`; the first in a tie. */
  nearest(a: number, active: Int32Array, count: number): number;
  /** From here on `b` stands for both. `active` still lists both. */
  merge(a: number, b: number, active: Int32Array, count: number): void;
}

/**
 * Finds all merges of a reducible linkage by following chains of nearest neighbours until two clusters are each
 * other's nearest (Murtagh 1983): O(n²) time.
 *
 * @param rows the number of rows
 * @param distances the linkage
 * @param breathe called after each link of a chain with the number of merges done
 * @returns rows − 1 merges, not in order of height
 */
export async function followChain(
  rows: number,
  distances: ClusterDistances,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<RowMerges> {
  const merges = Math.max(0, rows - 1);
  const found = { a: new Int32Array(merges), b: new Int32Array(merges), height: new Float64Array(merges) };
  const active = Int32Array.from({ length: rows }, (_, i) => i);
  const chain = new Int32Array(rows);
  let count = rows;
  let length = 0;
  for (let m = 0; m < merges; ) {
    if (length === 0) chain[length++] = active[0]!;
    const last = chain[length - 1]!;
    const before = length > 1 ? chain[length - 2]! : -1;
    const next = distances.nearest(last, active, count);
    // in a tie the chain turns back, else it might run for ever
    const turns = before >= 0 && distances.distance(last, before) <= distances.distance(last, next);
    if (turns) {
      const a = Math.min(last, before);
      const b = Math.max(last, before);
      found.a[m] = a;
      found.b[m] = b;
      found.height[m] = distances.distance(a, b);
      distances.merge(a, b, active, count);
      active.copyWithin(positionOf(active, count, a), positionOf(active, count, a) + 1, count);
      count--;
      length -= 2;
      m++;
    } else {
      chain[length++] = next;
    }
    const pause = breathe(m);
    if (pause) await pause;
  }
  return found;
}

/** Where a row stands in the ascending list. */
function positionOf(active: Int32Array, count: number, row: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (active[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
