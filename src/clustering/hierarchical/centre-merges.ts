import type { Matrix } from "../../core/matrix.js";
import type { RowMerges } from "./number-merges.js";
import { centreColumns } from "./ward-distances.js";

/** Where a merged cluster's centre lies: at the mean of its rows, or half-way between the two centres. */
export type CentreRule = "centroid" | "median";

/** What the generic algorithm knows of each cluster, known by one of its rows. */
interface Clusters {
  readonly centres: Float64Array;
  readonly width: number;
  readonly sizes: Float64Array;
  /** The clusters that are left, ascending. */
  readonly active: Int32Array;
  /** For each cluster the nearest one of a larger number. */
  readonly nearest: Int32Array;
  /** Its squared distance, or less where `stale`. */
  readonly distance: Float64Array;
  readonly stale: Uint8Array;
}

/**
 * Finds the merges of centroid and median linkage: always the two nearest centres, each cluster remembering its
 * nearest one until it is asked for (Müllner 2011, the generic algorithm). Not reducible, so a merge may lie lower
 * than one before it.
 *
 * @param matrix the rows
 * @param rule where the centre of a merged cluster lies
 * @param breathe called after each merge, and while rows are measured, with the number of merges done
 * @returns rows − 1 merges in the order in which they are done; O(rows · columns) memory
 */
export async function centreMerges(
  { data, rows, columns }: Matrix,
  rule: CentreRule,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<RowMerges> {
  const merges = Math.max(0, rows - 1);
  const found = { a: new Int32Array(merges), b: new Int32Array(merges), height: new Float64Array(merges) };
  const clusters: Clusters = {
    centres: data.slice(),
    width: columns.length,
    sizes: new Float64Array(rows).fill(1),
    active: Int32Array.from({ length: rows }, (_, i) => i),
    nearest: new Int32Array(rows).fill(-1),
    distance: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    stale: new Uint8Array(rows).fill(1),
  };
  const { sizes, active, nearest, distance, stale } = clusters;
  centreColumns(clusters.centres, rows, columns.length);
  for (let i = 0; i < rows; i++) {
    search(clusters, i, rows);
    const pause = breathe(0);
    if (pause) await pause;
  }
  for (let m = 0, count = rows; m < merges; m++, count--) {
    let at = smallest(clusters, count);
    while (stale[active[at]!]) {
      search(clusters, at, count);
      const pause = breathe(m);
      if (pause) await pause;
      at = smallest(clusters, count);
    }
    const a = active[at]!;
    const b = nearest[a]!;
    found.a[m] = a;
    found.b[m] = b;
    found.height[m] = Math.sqrt(distance[a]!);
    moveCentre(clusters, a, b, rule === "median" ? 0.5 : sizes[a]! / (sizes[a]! + sizes[b]!));
    sizes[b]! += sizes[a]!;
    active.copyWithin(at, at + 1, count);
    search(clusters, shorten(clusters, a, b), count - 1);
    const pause = breathe(m + 1);
    if (pause) await pause;
  }
  return found;
}

/** Where in the list the cluster with the smallest distance stands, the first in a tie. */
function smallest({ active, distance }: Clusters, count: number): number {
  let best = Number.POSITIVE_INFINITY;
  let position = 0;
  for (let p = 0; p < count; p++) {
    const value = distance[active[p]!]!;
    if (value < best) {
      best = value;
      position = p;
    }
  }
  return position;
}

/** b takes in a: its centre moves by a's share of the way, exactly nowhere where both lie on one point. */
function moveCentre({ centres, width }: Clusters, a: number, b: number, share: number): void {
  for (let j = 0; j < width; j++) {
    centres[b * width + j]! += share * (centres[a * width + j]! - centres[b * width + j]!);
  }
}

/** Tells the clusters before b how near it is now, a being gone; returns where b stands in the list. */
function shorten({ centres, width, active, nearest, distance, stale }: Clusters, a: number, b: number): number {
  let p = 0;
  for (let c = active[0]!; c < b; c = active[++p]!) {
    const squared = squaredUpTo(centres, c * width, b * width, width, distance[c]!);
    if (squared < distance[c]!) {
      distance[c] = squared;
      nearest[c] = b;
      stale[c] = 0;
    } else if (nearest[c] === a || nearest[c] === b) {
      stale[c] = 1;
    }
  }
  return p;
}

/** Finds the nearest one behind place `at` of the list. */
function search({ centres, width, active, nearest, distance, stale }: Clusters, at: number, count: number): void {
  const own = active[at]!;
  let best = Number.POSITIVE_INFINITY;
  for (let p = at + 1; p < count; p++) {
    const squared = squaredUpTo(centres, own * width, active[p]! * width, width, best);
    if (squared < best) {
      best = squared;
      nearest[own] = active[p]!;
    }
  }
  distance[own] = best;
  stale[own] = 0;
}

// hot: the squared distance, or something not below `enough`; most pairs are out after a few columns
function squaredUpTo(centres: Float64Array, a: number, b: number, width: number, enough: number): number {
  let sum = 0;
  let j = 0;
  for (; j + 4 <= width && sum < enough; j += 4) {
    const g0 = centres[a + j]! - centres[b + j]!;
    const g1 = centres[a + j + 1]! - centres[b + j + 1]!;
    const g2 = centres[a + j + 2]! - centres[b + j + 2]!;
    const g3 = centres[a + j + 3]! - centres[b + j + 3]!;
    sum += g0 * g0 + g1 * g1 + g2 * g2 + g3 * g3;
  }
  for (; j < width && sum < enough; j++) {
    const gap = centres[a + j]! - centres[b + j]!;
    sum += gap * gap;
  }
  return sum;
}
