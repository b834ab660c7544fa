import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";
import type { Matrix } from "../../core/matrix.js";

/** about an hour of one core; a row costs as much as four columns beside its own */
const mostWork = 6e12;
const rowCost = 4;

/**
 * Refuses an operation that compares every row with every other before it starts, where that takes more than about
 * an hour. Below, it reports progress and stops on a signal. The bound is a count, so it is the same on every machine.
 *
 * @param what the operation as its user knows it: "silhouettes"
 * @param matrix the rows to compare
 * @param instead what to do instead
 * @throws SegmentLabError `too-large`, with the number of pairs, how many rows can be taken, and the alternative
 */
export function checkPairs(what: string, { rows, columns }: Pick<Matrix, "rows" | "columns">, instead: string): void {
  const cost = columns.length + rowCost;
  if (rows * rows * cost <= mostWork) return;
  const most = Math.floor(Math.sqrt(mostWork / cost));
  throw new SegmentLabError(
    "too-large",
    `${what} of ${formatNumber(rows)} rows would compare ${formatNumber((rows * (rows - 1)) / 2e9)} billion pairs, ` +
      `more than an hour of work (at most ${formatNumber(most)} rows of ${columns.length} columns); ${instead}`,
  );
}
