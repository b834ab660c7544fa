/**
 * The mean mutual information of two labelings with given sizes over all ways to deal the rows (Vinh, Epps & Bailey
 * 2010, eq. 24).
 *
 * @param sizesA how many rows each group of the first labeling holds
 * @param sizesB the same of the second
 * @param rows their sum
 * @returns nats
 */
export function expectedMutualInformation(sizesA: readonly number[], sizesB: readonly number[], rows: number): number {
  const logs = logFactorials(rows);
  let sum = 0;
  for (const [a, timesA] of multiplicities(sizesA)) {
    for (const [b, timesB] of multiplicities(sizesB)) {
      const fixed = logs[a]! + logs[b]! + logs[rows - a]! + logs[rows - b]! - logs[rows]!;
      let own = 0;
      for (let both = Math.max(1, a + b - rows); both <= Math.min(a, b); both++) {
        const chance = Math.exp(fixed - logs[both]! - logs[a - both]! - logs[b - both]! - logs[rows - a - b + both]!);
        own += (both / rows) * Math.log((rows / a) * (both / b)) * chance;
      }
      sum += timesA * timesB * own;
    }
  }
  return sum;
}

/** ln 0!, ln 1! … ln n!; what rounding takes from a sum is added to the next. */
function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  let lost = 0;
  for (let i = 2; i <= n; i++) {
    const term = Math.log(i) - lost;
    const sum = logs[i - 1]! + term;
    lost = sum - logs[i - 1]! - term;
    logs[i] = sum;
  }
  return logs;
}

function multiplicities(sizes: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const size of sizes) times.set(size, (times.get(size) ?? 0) + 1);
  return times;
}
