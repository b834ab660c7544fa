import { SegmentLabError } from "../../core/errors.js";

/** A customer's id: whole numbers, as text or not, or any text. */
export type CustomerId = string | number;

/**
 * The place of each customer in ascending order of ids, from 0: whole numbers by size, then other ids by their text,
 * as the table of customers is ordered.
 *
 * @throws SegmentLabError `bad-value` for an id that stands twice, since the order of rows would part the two
 */
export function customerOrder(ids: ArrayLike<CustomerId>): Int32Array {
  const texts = Array.from(ids, String);
  const numbers = texts.map((text) => (/^[+-]?\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY));
  const compare = (a: number, b: number): number => {
    // no difference: Infinity − Infinity is not a number
    if (numbers[a] !== numbers[b]) return numbers[a]! < numbers[b]! ? -1 : 1;
    return texts[a]! < texts[b]! ? -1 : Number(texts[a]! > texts[b]!);
  };
  const order = Array.from(texts.keys()).sort(compare);
  const place = new Int32Array(texts.length);
  order.forEach((row, i) => {
    if (i > 0 && compare(order[i - 1]!, row) === 0)
      throw new SegmentLabError("bad-value", `customer ${texts[row]} stands in two rows; give one row a customer`);
    place[row] = i;
  });
  return place;
}
