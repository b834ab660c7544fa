/**
 * Scores values from 1 (lowest fifth) to 5 (highest fifth) so that equal values share a score:
 * `1 + min(4, floor(5 · share))`, where `share` is the fraction of values strictly below.
 */
export function sharedQuintiles(values: Float64Array): Int32Array {
  const below = new Map<number, number>();
  values
    .slice()
    .sort()
    .forEach((value, i) => {
      if (!below.has(value)) below.set(value, i);
    });
  // whole numbers: 5 · below / n floored without a rounding error
  return Int32Array.from(values, (value) => 1 + Math.min(4, Math.floor((5 * below.get(value)!) / values.length)));
}

/**
 * Scores values from 1 (lowest fifth) to 5 (highest fifth) by rank, ties parted by `place`: what pandas'
 * `qcut(x.rank(method="first"), 5, labels=[1, 2, 3, 4, 5])` gives, whose cuts stand at 1 + (n − 1) · k / 5.
 *
 * @param place one number a value, all different; of two equal values the one with the smaller place ranks lower
 */
export function rankedQuintiles(values: Float64Array, place: ArrayLike<number>): Int32Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || place[a]! - place[b]!);
  const scores = new Int32Array(values.length);
  order.forEach((row, rank) => {
    scores[row] = Math.max(1, Math.ceil((5 * rank) / Math.max(1, values.length - 1)));
  });
  return scores;
}
