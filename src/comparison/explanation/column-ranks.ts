/**
 * Ranks of a column's known values, from 1; equal values share the middle of their ranks.
 *
 * @param values one a row; NaN is unknown
 * @returns one rank a row; NaN for the unknown
 */
export function columnRanks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]!));
  order.sort((a, b) => values[a]! - values[b]!);
  const ranks: Float64Array = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
