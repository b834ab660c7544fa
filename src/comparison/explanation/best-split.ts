/** Where a column parts rows best. */
export interface Split {
  readonly column: number;
  /** The largest value on the left and the smallest on the right. */
  readonly below: number;
  readonly above: number;
  /** Σ count² / rows over both sides: the larger, the purer by Gini. */
  readonly purity: number;
}

/** smaller gains are dust of the division */
const leastGain = 1e-12;

/**
 * Finds the split of one column that leaves both sides purest by Gini (Breiman et al. 1984).
 *
 * @param order rows with a known value, ascending
 * @param read gives the value of a row
 * @param classes the class of each row of the whole table
 * @param count the number of classes
 * @param minLeaf fewest rows on a side
 * @returns undefined where no value parts the rows
 */
export function bestSplit(
  column: number,
  order: Int32Array,
  read: (row: number) => number,
  classes: Int32Array,
  count: number,
  minLeaf: number,
): Split | undefined {
  const left = new Float64Array(count);
  const right = new Float64Array(count);
  for (const row of order) right[classes[row]!]!++;
  let leftSquares = 0;
  let rightSquares = right.reduce((sum, rows) => sum + rows * rows, 0);
  let best: Split | undefined;
  const whole = order.length === 0 ? 0 : rightSquares / order.length;
  let purity = whole * (1 + leastGain);
  for (let at = 1; at < order.length; at++) {
    const moved = classes[order[at - 1]!]!;
    // (c + 1)² − c²
    leftSquares += 2 * left[moved]! + 1;
    left[moved]!++;
    rightSquares -= 2 * right[moved]! - 1;
    right[moved]!--;
    const below = read(order[at - 1]!);
    const above = read(order[at]!);
    if (below === above || at < minLeaf || order.length - at < minLeaf) continue;
    const reached = leftSquares / at + rightSquares / (order.length - at);
    if (reached <= purity) continue;
    best = { column, below, above, purity: reached };
    purity = reached * (1 + leastGain);
  }
  return best;
}
