import type { ReachabilityPlot } from "./reachability-plot.js";

/** What counts as steep, and as a cluster. */
export interface XiOptions {
  /** By which share the reachability falls into a cluster, 0 … 1. */
  readonly xi: number;
  readonly minPoints: number;
  readonly minClusterSize: number;
}

/** A stretch of steep descent; `between` is the highest place seen since. */
interface Descent {
  readonly start: number;
  readonly end: number;
  between: number;
}

/**
 * Finds the valleys of a reachability plot (Ankerst et al. 1999, figure 19; ends corrected by predecessors after
 * Schubert & Gertz 2018), the smallest of those that lie in each other.
 *
 * @returns one label a row; −1 is noise
 */
export function xiClusters(plot: ReachabilityPlot, { xi, minPoints, minClusterSize }: XiOptions): Int32Array {
  const { ordering } = plot;
  const rows = ordering.length;
  const height = new Float64Array(rows + 1).fill(Number.POSITIVE_INFINITY);
  ordering.forEach((row, at) => {
    height[at] = plot.reachability[row]!;
  });
  const share = 1 - xi;
  // infinite / infinite is no slope at all
  const slope = Float64Array.from({ length: rows }, (_, at) => height[at]! / height[at + 1]!);
  const isSteepUp = (at: number) => slope[at]! <= share;
  const isSteepDown = (at: number) => slope[at]! >= 1 / share;
  const extend = (start: number, isSteep: (at: number) => boolean, isBack: (at: number) => boolean): number => {
    let end = start;
    for (let at = start, flat = 0; at < rows; at++) {
      if (isSteep(at)) {
        flat = 0;
        end = at;
      } else if (isBack(at) || ++flat > minPoints) break;
    }
    return end;
  };

  const labels: Int32Array = new Int32Array(rows).fill(-1);
  let descents: Descent[] = [];
  let clusters = 0;
  let index = 0;
  let between = 0;
  for (let steep = 0; steep < rows; steep++) {
    if (steep < index || !(isSteepUp(steep) || isSteepDown(steep))) continue;
    for (let at = index; at <= steep; at++) between = Math.max(between, height[at]!);
    descents = between === Number.POSITIVE_INFINITY ? [] : descents.filter((d) => between <= height[d.start]! * share);
    for (const descent of descents) descent.between = Math.max(descent.between, between);
    if (isSteepDown(steep)) {
      const end = extend(steep, isSteepDown, (at) => slope[at]! < 1);
      descents.push({ start: steep, end, between: 0 });
      index = end + 1;
    } else {
      const end = extend(steep, isSteepUp, (at) => slope[at]! > 1);
      index = end + 1;
      // the inner ones first: they began later
      for (const descent of [...descents].reverse()) {
        const [from, to] = valley(descent, steep, end);
        if (to - from + 1 < minClusterSize || from > descent.end || to < steep) continue;
        const members = ordering.subarray(from, to + 1);
        if (members.some((row) => labels[row]! >= 0)) continue;
        for (const row of members) labels[row] = clusters;
        clusters++;
      }
    }
    between = height[index]!;
  }
  return labels;

  /** From where to where the valley between a descent and a rise goes; nowhere where it is none. */
  function valley(descent: Descent, rise: number, riseEnd: number): [number, number] {
    const outside = height[riseEnd + 1]!;
    if (outside * share < descent.between) return [0, -1];
    const top = height[descent.start]!;
    let from = descent.start;
    let to = riseEnd;
    if (top * share >= outside) while (height[from + 1]! > outside && from < descent.end) from++;
    else if (outside * share >= top) while (height[to - 1]! > top && to > rise) to--;
    for (; from < to; to--) {
      const comesFrom = plot.predecessor[ordering[to]!]!;
      if (height[from]! > height[to]! || ordering.subarray(from, to).includes(comesFrom)) return [from, to];
    }
    return [0, -1];
  }
}
