/**
 * Moves labels apart that would overprint each other, as little as a single downward and upward pass needs.
 *
 * @param positions where the labels want to be, in pixels from the top
 * @param gap the least distance between two labels, in pixels
 * @param height the height of the plot: labels stay within 0 … height where there is room
 * @returns the positions to draw at, in the order given
 */
export function spreadLabels(positions: readonly number[], gap: number, height: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]! || a - b);
  const placed = [...positions];
  let above = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    placed[i] = Math.max(placed[i]!, above + gap);
    above = placed[i]!;
  }
  let below = height + gap;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, below - gap);
    below = placed[i]!;
  }
  return placed;
}
