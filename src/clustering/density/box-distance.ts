/**
 * The squared distance from a point to the nearest place in a node's box; 0 inside.
 *
 * @param boxes 2 × width numbers a node, the least and the largest coordinates
 * @param at the index of the point's first coordinate in `points`
 */
export function boxDistance(boxes: Float64Array, node: number, points: Float64Array, at: number, width: number) {
  let sum = 0;
  for (let j = 0, low = node * 2 * width, high = low + width; j < width; j++, low++, high++) {
    const x = points[at + j]!;
    const below = boxes[low]! - x;
    const above = x - boxes[high]!;
    if (below > 0) sum += below * below;
    else if (above > 0) sum += above * above;
  }
  return sum;
}
