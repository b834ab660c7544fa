/**
 * Fits time = c · rows^e by least squares on logarithms.
 *
 * @param points rows and seconds, at least two sizes
 * @returns e: 1 where time grows with the rows, 2 with their square
 */
export function growthExponent(points: readonly { readonly rows: number; readonly seconds: number }[]): number {
  const x = points.map(({ rows }) => Math.log(rows));
  const y = points.map(({ seconds }) => Math.log(seconds));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const shared = x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0);
  return shared / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
}
