import { boxDistance } from "./box-distance.js";
import { foreignCores } from "./foreign-cores.js";
import { atMost, type IndexedRows } from "./index-rows.js";
import { createRowDistance } from "./row-distance.js";

/**
 * For each row the nearest row of another part by mutual reachability², then distance²; where `to` is −1, `reach`
 * and `gap` are bounds: no row of another part is nearer.
 */
export interface ForeignBounds {
  readonly to: Int32Array;
  readonly reach: Float64Array;
  readonly gap: Float64Array;
}

/** Searches a k-d tree for rows of other parts. */
export interface NearestForeign {
  /** Call when parts have joined. */
  startRound(): void;
  /**
   * Looks for a row of another part that is nearer to row `p` than row `rival` (−1 for none) is to its own; keeps
   * it, or the bound that was met. True where one was found.
   */
  find(p: number, rival: number): boolean;
}

export function createNearestForeign(
  index: IndexedRows,
  core: Float64Array,
  part: Int32Array,
  { to, reach, gap }: ForeignBounds,
): NearestForeign {
  const { nodes, boxes, width, exact, turned, slack } = index;
  const measure = createRowDistance(index);
  const open = new Int32Array(128);
  const gaps = new Float64Array(128);
  let cores = foreignCores(index, core, part);

  return {
    startRound() {
      cores = foreignCores(index, core, part);
    },
    find(p, rival) {
      const own = part[p]!;
      const least = core[p]!;
      let best = rival < 0 ? Number.POSITIVE_INFINITY : reach[rival]!;
      let bestGap = rival < 0 ? Number.POSITIVE_INFINITY : gap[rival]!;
      let found = -1;
      let depth = 1;
      open[0] = gaps[0] = 0;
      while (depth > 0) {
        const node = open[--depth]!;
        const densest = Math.max(least, cores.of(node, own));
        // where the core distances alone come up to the best, only a shorter distance helps
        if (densest > best || gaps[depth]! > atMost(densest === best ? bestGap : best, slack)) continue;
        const child = nodes[node * 3 + 2]!;
        if (child > 0) {
          const far = atMost(best, slack);
          const left = boxDistance(boxes, child, turned, p * width, width, far);
          const right = boxDistance(boxes, child + 1, turned, p * width, width, far);
          const near = left <= right ? child : child + 1;
          open[depth] = child + child + 1 - near;
          gaps[depth++] = Math.max(left, right);
          open[depth] = near;
          gaps[depth++] = Math.min(left, right);
          continue;
        }
        for (let q = nodes[node * 3]!; q < nodes[node * 3 + 1]!; q++) {
          if (part[q] === own) continue;
          const dense = core[q]! > least ? core[q]! : least;
          if (dense > best) continue;
          const limit = atMost(dense === best ? bestGap : best, slack);
          const distance = measure(q, turned, p * width, exact, p * width, limit);
          const mutual = distance > dense ? distance : dense;
          if (mutual > best || (mutual === best && !(distance < bestGap))) continue;
          best = mutual;
          bestGap = distance;
          found = q;
        }
      }
      to[p] = found;
      reach[p] = best;
      gap[p] = bestGap;
      return found >= 0;
    },
  };
}
