/**
 * Limits of a share from a sample (Wilson 1927), which stay within 0 and 1.
 *
 * @param share found, 0 … 1
 * @param of how many
 * @param z the quantile of the standard normal distribution, such as 1.96 for 95 %
 * @returns the limits, 0 … 1
 */
export function wilsonInterval(share: number, of: number, z: number): readonly [low: number, high: number] {
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
