import { SegmentLabError } from "../../core/errors.js";
import { createRandom } from "../../core/random.js";
import { customerOrder } from "../../features/rfm/customer-order.js";

/**
 * Deals customers into folds of nearly equal size in which every group has nearly the same share.
 *
 * @param groups the group of each customer
 * @param ids one a customer: the deal hangs on them, not on the order of rows
 * @param folds how many, at least 2
 * @param seed any whole number
 * @returns the fold of each customer, 0 … folds − 1
 * @throws SegmentLabError `bad-option` for folds that cannot be made
 */
export function stratifiedFolds(
  groups: ArrayLike<number | string>,
  ids: readonly string[],
  folds: number,
  seed: number,
): Int32Array {
  if (!Number.isInteger(folds) || folds < 2 || folds > ids.length)
    throw new SegmentLabError(
      "bad-option",
      `folds is ${folds}; choose a whole number from 2 to ${ids.length}, the customers`,
    );
  const random = createRandom(seed);
  const place = customerOrder(ids);
  const order = ids.map((_, i) => i).sort((a, b) => place[a]! - place[b]!);
  const members = new Map<number | string, number[]>();
  for (const i of order) {
    const own = members.get(groups[i]!) ?? [];
    members.set(groups[i]!, own);
    own.push(i);
  }
  const fold: Int32Array = new Int32Array(ids.length);
  let dealt = 0;
  // groups in the order of their first customer's id
  for (const own of members.values()) {
    for (let last = own.length - 1; last > 0; last--) {
      const other = random.integer(last + 1);
      [own[last], own[other]] = [own[other]!, own[last]!];
    }
    for (const i of own) fold[i] = dealt++ % folds;
  }
  return fold;
}
