/**
 * Measures the mean of some rows and how far they scatter around it.
 *
 * @param data rows × width numbers, row after row
 * @param rows which of them
 * @param near a point near their mean, from which sums are taken so that they do not cancel
 * @param mean width numbers, written
 * @param scatter width numbers, written: the sum of squared deviations in each column
 * @returns the sum over the columns
 */
export function spreadOf(
  data: Float64Array,
  rows: Int32Array,
  near: Float64Array,
  mean: Float64Array,
  scatter: Float64Array,
): number {
  const width = near.length;
  mean.fill(0);
  scatter.fill(0);
  // hot: all rows once a level of the splitting
  for (let p = 0; p < rows.length; p++) {
    for (let j = 0, at = rows[p]! * width; j < width; j++, at++) {
      const gap = data[at]! - near[j]!;
      mean[j]! += gap;
      scatter[j]! += gap * gap;
    }
  }
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const shift = mean[j]! / rows.length;
    scatter[j] = Math.max(0, scatter[j]! - shift * mean[j]!);
    mean[j] = near[j]! + shift;
    sum += scatter[j]!;
  }
  return sum;
}

/**
 * Reorders rows so that those with a value up to `pivot` in one column stand first.
 *
 * @param order row numbers; the places `from` … `to` − 1 are reordered
 * @returns the first place of the others
 */
export function partitionRows(
  data: Float64Array,
  width: number,
  column: number,
  pivot: number,
  order: Int32Array,
  from: number,
  to: number,
): number {
  let left = from;
  let right = to - 1;
  while (true) {
    while (left <= right && data[order[left]! * width + column]! <= pivot) left++;
    while (left <= right && data[order[right]! * width + column]! > pivot) right--;
    if (left > right) return left;
    const swapped = order[left]!;
    order[left++] = order[right]!;
    order[right--] = swapped;
  }
}
