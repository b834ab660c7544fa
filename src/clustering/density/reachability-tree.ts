import type { IndexedRows } from "./index-rows.js";
import { createNearestForeign, type ForeignBounds } from "./nearest-foreign.js";
import type { NearestRows } from "./nearest-rows.js";
import { createParts } from "./parts.js";

/** The edges of a minimum spanning tree, in no order; the ends are positions in the tree's order. */
export interface ReachabilityEdges {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Mutual reachability²: the largest of the distance² and both ends' core distances². */
  readonly reach: Float64Array;
  /** Distance², which decides between edges of equal reachability. */
  readonly gap: Float64Array;
}

/**
 * Finds a minimum spanning tree of the mutual reachability graph (Borůvka 1926 on a k-d tree; March, Ram & Gray
 * 2010): in each round every part but the largest takes its shortest edge outwards. One core distance ties all
 * edges of its row; among those the shorter distance counts, so that the rows' order does not.
 *
 * @param near the nearest rows, `last` their core distances², all finite
 * @param breathe called often with the number of edges found
 */
export async function reachabilityTree(
  index: IndexedRows,
  near: NearestRows,
  breathe: (done: number) => Promise<void> | undefined,
): Promise<ReachabilityEdges> {
  const { rows } = index;
  const core = near.last;
  const count = Math.max(0, rows - 1);
  const edges: ReachabilityEdges = {
    a: new Int32Array(count),
    b: new Int32Array(count),
    reach: new Float64Array(count),
    gap: new Float64Array(count),
  };
  const parts = createParts(rows);
  const { part } = parts;
  const nearest = nearestKnown(index, near);
  const { to, reach, gap } = nearest;
  // each part's shortest edge outwards so far, by the row it starts from
  const best = new Int32Array(rows);
  const isShorter = (p: number, q: number): boolean =>
    q < 0 || reach[p]! < reach[q]! || (reach[p] === reach[q] && gap[p]! < gap[q]!);
  const search = createNearestForeign(index, core, part, nearest);

  let found = 0;
  while (found < count) {
    best.fill(-1);
    for (let p = 0; p < rows; p++) {
      if (to[p]! >= 0 && part[to[p]!] === part[p]) to[p] = -1;
      if (to[p]! >= 0 && isShorter(p, best[part[p]!]!)) best[part[p]!] = p;
    }
    const largest = parts.largest();
    search.startRound();
    for (let p = 0; p < rows; p++) {
      const own = part[p]!;
      if (own === largest || to[p]! >= 0 || !isShorter(p, best[own]!)) continue;
      if (search.find(p, best[own]!)) best[own] = p;
      const pause = breathe(found);
      if (pause) await pause;
    }
    for (let own = 0; own < rows; own++) {
      const from = best[own]!;
      if (from < 0 || own === largest || !parts.join(from, to[from]!)) continue;
      edges.a[found] = from;
      edges.b[found] = to[from]!;
      edges.reach[found] = reach[from]!;
      edges.gap[found++] = gap[from]!;
    }
    parts.settle();
  }
  return edges;
}

/** What the nearest rows tell: who has a denser row among them reaches it at its own core distance. */
function nearestKnown(
  { rows, width, exact }: IndexedRows,
  { last: core, positions, kept }: NearestRows,
): ForeignBounds {
  const to: Int32Array = new Int32Array(rows).fill(-1);
  const gap: Float64Array = new Float64Array(rows);
  for (let p = 0; p < rows; p++) {
    for (let s = p * kept; s < (p + 1) * kept; s++) {
      const q = positions[s]!;
      if (q === p || core[q]! > core[p]!) continue;
      to[p] = q;
      for (let j = 0; j < width; j++) gap[p]! += (exact[p * width + j]! - exact[q * width + j]!) ** 2;
      break;
    }
  }
  return { to, gap, reach: core.slice() };
}
