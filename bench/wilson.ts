import { wilsonInterval } from "../src/core/wilson-interval.js";

/** Wilson (1927): 95 % limits of a share, in words. */
export function wilson(count: number, of: number): string {
  const [low, high] = wilsonInterval(count / of, of, 1.96);
  return `${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)} %`;
}
