import type { Random } from "../../core/random.js";

/**
 * Spreads equal values evenly over the room between them and their neighbours, so that counts and rounded numbers do
 * not count as modes of their own. A value that stands once stays; the order of the values stays.
 *
 * @param values any order
 * @param random where given, equal values take their places in a random order, else in the order they stand
 * @returns the same number of values, in the same order
 * @example spreadTies([1, 1, 2, 3, 3]); // 0.75, 1.25, 2, 2.75, 3.25
 */
export function spreadTies(values: ArrayLike<number>, random?: Random): Float64Array {
  const count = values.length;
  const place = Float64Array.from({ length: count }, (_, i) => (random ? random.next() : i));
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => values[a]! - values[b]! || place[a]! - place[b]!,
  );
  const spread: Float64Array = Float64Array.from(values);
  for (let first = 0, next = 0; first < count; first = next) {
    const value = values[order[first]!]!;
    while (next < count && values[order[next]!] === value) next++;
    const size = next - first;
    if (size === 1 || size === count) continue;
    const lower = first > 0 ? values[order[first - 1]!]! : Number.NEGATIVE_INFINITY;
    const upper = next < count ? values[order[next]!]! : Number.POSITIVE_INFINITY;
    // an end has as much room outside as inside
    const left = Number.isFinite(lower) ? (value - lower) / 2 : (upper - value) / 2;
    const right = Number.isFinite(upper) ? (upper - value) / 2 : left;
    for (let i = 0; i < size; i++) spread[order[first + i]!] = value - left + ((left + right) * (i + 0.5)) / size;
  }
  return spread;
}
