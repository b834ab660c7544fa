/**
 * The squared Euclidean distance between `width` numbers of `a` and of `b`.
 *
 * @param a numbers, row after row
 * @param atA the index of the first one
 * @param b numbers, row after row
 * @param atB the index of the first one
 * @param width how many to compare
 */
export function squaredDistance(a: Float64Array, atA: number, b: Float64Array, atB: number, width: number): number {
  let even = 0;
  let odd = 0;
  let j = 0;
  // hot: two sums side by side, so that one addition need not wait for the other
  for (; j + 1 < width; j += 2) {
    const first = a[atA + j]! - b[atB + j]!;
    const second = a[atA + j + 1]! - b[atB + j + 1]!;
    even += first * first;
    odd += second * second;
  }
  if (j < width) {
    const last = a[atA + j]! - b[atB + j]!;
    even += last * last;
  }
  return even + odd;
}
