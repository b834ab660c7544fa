import type { Matrix } from "../../core/matrix.js";
import { checkNumber } from "./check-option.js";

/** A column in which many customers share a value: clusters found in it may be its values and nothing more. */
export interface Atom {
  readonly column: string;
  /** How many different values there are. */
  readonly distinct: number;
  /** The value that most customers have; of equally frequent ones the least. */
  readonly value: number;
  /** The share of the customers who have it, 0 … 1. */
  readonly share: number;
}

/**
 * Finds columns with few different values, or in which one value holds a large part of the customers.
 *
 * @param matrix as `prepareMatrix` gives it; of `invertMatrix` for values in original units
 * @param options `distinct`: up to so many values are few, 10 where left out; `share`: so much in one value is large,
 * 0.2 where left out
 * @returns such columns, the largest share first
 * @throws SegmentLabError `bad-option`
 */
export function atoms(matrix: Matrix, options: { readonly distinct?: number; readonly share?: number } = {}): Atom[] {
  const { distinct = 10, share = 0.2 } = options;
  checkNumber("distinct", distinct, { least: 1, whole: true });
  checkNumber("share", share, { least: 0, most: 1 });
  return commonestValues(matrix)
    .filter((atom) => atom.distinct <= distinct || atom.share > share)
    .sort((a, b) => b.share - a.share || (a.column < b.column ? -1 : 1));
}

/** The value that most customers have in each column. */
export function commonestValues({ data, rows, columns }: Matrix): Atom[] {
  return columns.map((column, j) => {
    const counts = new Map<number, number>();
    for (let i = 0; i < rows; i++) {
      const value = data[i * columns.length + j]!;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const [value, count] = [...counts].reduce(
      (most, next) => (next[1] > most[1] || (next[1] === most[1] && next[0] < most[0]) ? next : most),
      [Number.NaN, 0],
    );
    return { column, distinct: counts.size, value, share: rows === 0 ? 0 : count / rows };
  });
}
