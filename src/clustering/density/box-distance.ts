/**
 * The squared distance from a point to the nearest place in a node's box; 0 inside. Once it is above `limit` it is
 * not summed to its end.
 *
 * @param boxes 2 × width numbers a node, the least and the largest coordinates
 * @param at the index of the point's first coordinate in `points`
 */
export function boxDistance(
  boxes: Float64Array,
  node: number,
  points: Float64Array,
  at: number,
  width: number,
  limit: number,
): number {
  let sum = 0;
  const low = node * 2 * width;
  const high = low + width;
  for (let j = 0; j < width; j++) {
    const x = points[at + j]!;
    const below = boxes[low + j]! - x;
    const above = x - boxes[high + j]!;
    if (below > 0) sum += below * below;
    else if (above > 0) sum += above * above;
    // hot: the first columns hold most of the distance
    if (sum > limit) return sum;
  }
  return sum;
}
