/**
 * Raises the variance within groups of the column that they part most to the share of the next one or to the floor,
 * whichever is less; in place. Rows of one column stay as they are.
 *
 * @param within width × width sums of products within groups
 * @param scatter the same over all rows
 * @param floor a share of a column's variance, 0 … 1
 */
export function leaveVariance(within: Float64Array, scatter: Float64Array, width: number, floor: number): void {
  if (width === 1) return;
  const share = (a: number) => within[a * width + a]! / scatter[a * width + a]!;
  let [least, next] = share(0) <= share(1) ? [0, 1] : [1, 0];
  for (let a = 2; a < width; a++) {
    if (share(a) < share(least)) [least, next] = [a, least];
    else if (share(a) < share(next)) next = a;
  }
  const enough = Math.min(floor, share(next)) * scatter[least * width + least]!;
  within[least * width + least] = Math.max(within[least * width + least]!, enough);
}
