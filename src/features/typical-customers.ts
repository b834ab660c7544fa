import { SegmentLabError } from "../core/errors.js";
import type { Matrix } from "../core/matrix.js";
import { customerOrder } from "./rfm/customer-order.js";

/** A group and the customer who stands for it. */
export interface TypicalCustomer {
  readonly group: string;
  readonly customer: string;
}

/**
 * The customer nearest to the mean of each group in a matrix: one of flesh and blood where the mean is nobody.
 *
 * @param matrix as `prepareMatrix` gives it
 * @param groups the group of each row, such as `rfm_segment`
 * @returns one entry a group, by the alphabet; of equally near customers the one with the lowest id
 * @throws SegmentLabError `bad-value` where groups and rows differ in number
 */
export function typicalCustomers({ data, rows, columns, ids }: Matrix, groups: readonly string[]): TypicalCustomer[] {
  if (groups.length !== rows)
    throw new SegmentLabError("bad-value", `${groups.length} groups for ${rows} customers; give one a row`);
  const width = columns.length;
  const place = customerOrder(ids);
  return [...new Set(groups)].sort().map((group) => {
    // in the order of ids, so that sums do not hang on the order of rows
    const members = groups.flatMap((own, i) => (own === group ? [i] : [])).sort((a, b) => place[a]! - place[b]!);
    const mean = columns.map((_, j) => members.reduce((sum, i) => sum + data[i * width + j]!, 0) / members.length);
    const distance = (i: number): number =>
      mean.reduce((sum, centre, j) => sum + (data[i * width + j]! - centre) ** 2, 0);
    const nearest = members.reduce((best, i) => (distance(i) < distance(best) ? i : best));
    return { group, customer: ids[nearest]! };
  });
}
