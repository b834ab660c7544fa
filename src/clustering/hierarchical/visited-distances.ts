import type { Combination } from "./combined-distances.js";
import type { ClusterDistances } from "./follow-chain.js";
import type { ListDistances } from "./list-distances.js";

/**
 * The linkages of `combinedDistances` without a matrix made in advance: a cluster's distances to all others are measured
 * when a chain first visits it and stand in one row of memory, which is used again when the cluster is gone. A merge
 * writes the row of the merged cluster only; other rows take its new distances over when they are next visited, so that
 * memory is nearly always read in its order.
 *
 * @param rows the number of rows
 * @param combination `complete` keeps the larger distance, `average` the mean weighted by size, `weighted` the plain mean
 * @param lists measures the rows
 * @returns the linkage; it takes rows² numbers at most, a tenth or a fifth of that as a rule
 */
export function visitedDistances(rows: number, combination: Combination, lists: ListDistances): ClusterDistances {
  const sizes = new Float64Array(rows).fill(1);
  // pages that are never written take no memory
  const room: Float64Array = new Float64Array(rows * rows);
  /** where a cluster's row begins, -1 before the first visit */
  const starts = new Float64Array(rows).fill(-1);
  const unused: number[] = [];
  let end = 0;
  // the time is the number of merges: when a cluster was last merged, when its row was last brought up to date
  const mergedAt = new Int32Array(rows);
  const updatedAt = new Int32Array(rows);
  const merged = new Int32Array(rows);
  const newer = new Int32Array(rows);
  let now = 0;

  const update = (a: number, start: number): void => {
    const count = mergedSince(updatedAt[a]!, now, merged, mergedAt, newer);
    for (let p = 0; p < count; p++) room[start + newer[p]!] = room[starts[newer[p]!]! + a]!;
    room[start + a] = Number.POSITIVE_INFINITY;
    updatedAt[a] = now;
  };
  const visit = (a: number, active: Int32Array, count: number): number => {
    let start = starts[a]!;
    if (start < 0) {
      start = unused.pop() ?? end;
      end = Math.max(end, start + rows);
      starts[a] = start;
      scatter(lists.measure(a, active, count), active, count, room, start);
    }
    update(a, start);
    return start;
  };
  return {
    distance: (a, b) => {
      const isNew = starts[a]! >= 0 && mergedAt[b]! <= updatedAt[a]!;
      return isNew ? room[starts[a]! + b]! : room[starts[b]! + a]!;
    },
    nearest: (a, active, count) => leastOf(room, visit(a, active, count), active, count),
    merge: (a, b, active, count) => {
      const fromA = visit(a, active, count);
      const fromB = visit(b, active, count);
      const share = combination === "average" ? sizes[a]! / (sizes[a]! + sizes[b]!) : 0.5;
      if (combination === "complete") keepLarger(room, fromA, fromB, active, count);
      else mix(room, fromA, fromB, active, count, share);
      unused.push(fromA);
      starts[a] = -1;
      sizes[b]! += sizes[a]!;
      now++;
      merged[now] = b;
      mergedAt[a] = 0;
      mergedAt[b] = now;
      updatedAt[b] = now;
      room[fromB + b] = Number.POSITIVE_INFINITY;
    },
  };
}

/** Lists the clusters that were last merged after a time; returns how many there are. */
function mergedSince(after: number, now: number, merged: Int32Array, mergedAt: Int32Array, list: Int32Array): number {
  let count = 0;
  for (let time = after + 1; time <= now; time++) {
    const b = merged[time]!;
    list[count] = b;
    // 1 where the times are equal, without a branch: it could not be foreseen
    count += ((mergedAt[b]! ^ time) - 1) >>> 31;
  }
  return count;
}

function scatter(values: Float64Array, active: Int32Array, count: number, room: Float64Array, start: number): void {
  for (let p = 0; p < count; p++) room[start + active[p]!] = values[p]!;
}

// hot, as the two below it: four at once, since a smaller one is seldom among them
function leastOf(room: Float64Array, start: number, active: Int32Array, count: number): number {
  let best = Number.POSITIVE_INFINITY;
  let nearest = -1;
  for (let p = 0; p < count; ) {
    if (p + 4 <= count) {
      const d0 = room[start + active[p]!]!;
      const d1 = room[start + active[p + 1]!]!;
      const d2 = room[start + active[p + 2]!]!;
      const d3 = room[start + active[p + 3]!]!;
      if (d0 >= best && d1 >= best && d2 >= best && d3 >= best) {
        p += 4;
        continue;
      }
    }
    const distance = room[start + active[p]!]!;
    if (distance < best) {
      best = distance;
      nearest = active[p]!;
    }
    p++;
  }
  return nearest;
}

function keepLarger(room: Float64Array, fromA: number, fromB: number, active: Int32Array, count: number): void {
  for (let p = 0; p < count; p++) {
    const c = active[p]!;
    room[fromB + c] = Math.max(room[fromA + c]!, room[fromB + c]!);
  }
}

function mix(room: Float64Array, fromA: number, fromB: number, active: Int32Array, count: number, share: number): void {
  for (let p = 0; p < count; p++) {
    const c = active[p]!;
    const distance = room[fromB + c]!;
    // equal distances stay equal to the last digit
    room[fromB + c] = distance + share * (room[fromA + c]! - distance);
  }
}
