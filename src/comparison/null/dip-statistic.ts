/**
 * Measures how far values are from having one mode: the greatest distance between their distribution function and the
 * nearest one that bends upwards, then downwards, once (Hartigan and Hartigan 1985).
 *
 * @param values any order
 * @returns the dip, 0 … 0.25: 0 where all values are the same, else at least half of one over their number
 * @example dipStatistic([1, 1.1, 1.2, 8, 8.1, 8.2]); // 0.1958
 */
export function dipStatistic(values: ArrayLike<number>): number {
  const curve = distribution(values);
  const last = curve.at.length - 1;
  if (last < 1) return 0;
  // distances are counted in values: the dip is half of them over all
  let dip = 1;
  for (let low = 0, high = last; ; ) {
    const below = hull(curve.at, curve.before, low, high, 1);
    const above = hull(curve.at, curve.through, low, high, -1);
    const widest = widestGap(curve, below, above);
    if (widest.gap <= dip) break;
    const [from, to] = [widest.from, widest.to];
    for (let e = 1; e < below.length && below[e]! <= from; e++) {
      dip = Math.max(dip, farthest(curve.at, curve.before, curve.through, below[e - 1]!, below[e]!));
    }
    for (let e = 1; e < above.length; e++) {
      if (above[e - 1]! < to) continue;
      dip = Math.max(dip, farthest(curve.at, curve.through, curve.before, above[e]!, above[e - 1]!));
    }
    if (from === low && to === high) break;
    [low, high] = [from, to];
  }
  return dip / (2 * values.length);
}

/** Where a distribution function steps: the distinct values, how many lie before each, and how many up to it. */
interface Steps {
  readonly at: number[];
  readonly before: number[];
  readonly through: number[];
}

function distribution(values: ArrayLike<number>): Steps {
  const sorted = Float64Array.from(values).sort();
  const steps: Steps = { at: [], before: [], through: [] };
  sorted.forEach((value, i) => {
    if (i > 0 && value === sorted[i - 1]) {
      steps.through[steps.at.length - 1] = i + 1;
      return;
    }
    steps.at.push(value);
    steps.before.push(i);
    steps.through.push(i + 1);
  });
  return steps;
}

/** The corners of the greatest convex curve below the points (`bend` 1), or the least concave one above (−1). */
function hull(x: readonly number[], y: readonly number[], low: number, high: number, bend: 1 | -1): number[] {
  const corners: number[] = [];
  for (let i = low; i <= high; i++) {
    while (corners.length > 1) {
      const [a, b] = [corners.at(-2)!, corners.at(-1)!];
      const turn = (x[b]! - x[a]!) * (y[i]! - y[a]!) - (y[b]! - y[a]!) * (x[i]! - x[a]!);
      if (turn * bend > 0) break;
      corners.pop();
    }
    corners.push(i);
  }
  return corners;
}

/** Where the two curves are farthest apart: at a corner of one, beside the next or last corner of the other. */
function widestGap({ at, before, through }: Steps, below: readonly number[], above: readonly number[]) {
  let widest = { gap: 0, from: below[0]!, to: above.at(-1)! };
  for (let e = 0, f = 1; e < below.length; e++) {
    const corner = below[e]!;
    while (f < above.length - 1 && above[f]! < corner) f++;
    const gap = onLine(at, through, above[f - 1]!, above[f]!, corner) - before[corner]!;
    if (gap > widest.gap) widest = { gap, from: corner, to: corner === above[f - 1]! ? corner : above[f]! };
  }
  for (let e = 0, f = 1; e < above.length; e++) {
    const corner = above[e]!;
    while (f < below.length - 1 && below[f]! < corner) f++;
    const gap = through[corner]! - onLine(at, before, below[f - 1]!, below[f]!, corner);
    if (gap > widest.gap) widest = { gap, from: corner === below[f]! ? corner : below[f - 1]!, to: corner };
  }
  return widest;
}

function onLine(x: readonly number[], y: readonly number[], a: number, b: number, i: number): number {
  return y[a]! + ((y[b]! - y[a]!) * (x[i]! - x[a]!)) / (x[b]! - x[a]!);
}

/**
 * The greatest distance of the other side of the steps from an edge of a hull. `b` is the end towards the mode, where
 * values may lie on one another: it is left out.
 */
function farthest(x: readonly number[], y: readonly number[], other: readonly number[], a: number, b: number): number {
  let most = 0;
  const step = Math.sign(b - a);
  for (let i = a; i !== b; i += step) most = Math.max(most, Math.abs(other[i]! - onLine(x, y, a, b, i)));
  return most;
}
