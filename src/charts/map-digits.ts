/**
 * How many decimals the places on a map keep: a thousandth of its width or finer, so that what a chart selects and what
 * is selected by the numbers that it prints are the same customers.
 */
export function mapDigits(x: Float64Array, y: Float64Array): number {
  const width = Math.max(extent(x), extent(y));
  return width > 0 ? Math.min(9, Math.max(0, 3 - Math.floor(Math.log10(width)))) : 2;
}

function extent(values: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return values.length === 0 ? 0 : high - low;
}
