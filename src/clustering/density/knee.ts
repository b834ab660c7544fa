/** The shape of the curve and how sharply it must bend. */
export interface KneeOptions {
  /** Where each value stands; 0, 1, … where left out. Ascending. */
  readonly positions?: ArrayLike<number>;
  /** `convex` (bends upwards, as k-distances and the inertia do) where left out, else `concave`. */
  readonly shape?: "convex" | "concave";
  /** Kneedle's S: how many steps the curve must stay flat behind a knee; 1 where left out. */
  readonly sensitivity?: number;
}

/**
 * Finds where a rising or falling curve bends most (Kneedle; Satopää et al. 2011): the point farthest from the
 * straight line between its ends, once the curve has left it. Of several knees the most pronounced counts.
 *
 * @param values the curve; whether it rises or falls is seen from its ends
 * @param options `positions`, `shape`, `sensitivity`
 * @returns the index of the knee, or −1 where the curve has none
 * @example
 * const distances = await kDistances(matrix, 10);
 * const eps = distances[kneeOf(distances)];
 */
export function kneeOf(
  values: ArrayLike<number>,
  { positions, shape = "convex", sensitivity = 1 }: KneeOptions = {},
): number {
  const count = values.length;
  if (count < 3) return -1;
  const place = (i: number) => (positions ? positions[i]! : i);
  const x0 = place(0);
  const y0 = values[0]!;
  const xRange = place(count - 1) - x0;
  const yRange = values[count - 1]! - y0;
  if (!(xRange > 0) || yRange === 0 || !Number.isFinite(yRange)) return -1;
  // scaled to run from 0 to 1, rising concave and falling convex curves lie above the line, the others below
  const side = (shape === "concave") === yRange > 0 ? 1 : -1;
  const difference = Float64Array.from({ length: count }, (_, i) => {
    const rise = (values[i]! - y0) / yRange;
    return side * (rise - (place(i) - x0) / xRange);
  });
  const step = 1 / (count - 1);

  let knee = -1;
  for (let i = 1; i < count - 1; i++) {
    const isPeak = difference[i]! > 0 && difference[i]! >= difference[i - 1]! && difference[i]! > difference[i + 1]!;
    if (!isPeak || (knee >= 0 && difference[i]! <= difference[knee]!)) continue;
    const threshold = difference[i]! - sensitivity * step;
    // the curve must fall below the threshold before it rises above this peak again
    for (let after = i + 1; after < count && difference[after]! <= difference[i]!; after++) {
      if (difference[after]! >= threshold) continue;
      knee = i;
      break;
    }
  }
  return knee;
}
