import { expect, test } from "vitest";
import { createRandom } from "../../src/core/random.js";

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("gives the same stream for the same seed, another for another", () => {
  const [a, b, c] = [createRandom(1), createRandom(1), createRandom(2)];
  const first = draw(50, a.next);
  expect(draw(50, b.next)).toEqual(first);
  expect(draw(50, c.next)).not.toEqual(first);
});

test("draws evenly from [0, 1), in every place, also for neighbouring seeds", () => {
  const values = draw(100_000, createRandom(5).next);
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  const counts = new Array<number>(20).fill(0);
  for (const value of values) counts[Math.floor(value * 20)]!++;
  const chiSquared = counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
  // 19 degrees of freedom: above 43.8 once in a thousand
  expect(chiSquared).toBeLessThan(43.8);
  const firsts = Array.from({ length: 20_000 }, (_, seed) => createRandom(seed).next());
  expect(Math.abs(mean(firsts) - 0.5)).toBeLessThan(0.01);
});

test("successive draws are not correlated", () => {
  const values = draw(100_000, createRandom(6).next);
  const products = values.slice(1).map((value, i) => (value - 0.5) * (values[i]! - 0.5) * 12);
  expect(Math.abs(mean(products))).toBeLessThan(0.013);
});

test("draws whole numbers below a bound, each of them", () => {
  const random = createRandom(7);
  const values = draw(1000, () => random.integer(6));
  expect([...new Set(values)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(random.integer(1)).toBe(0);
});

test("draws from the standard normal distribution", () => {
  const random = createRandom(8);
  const values = draw(100_000, random.normal);
  expect(Math.abs(mean(values))).toBeLessThan(0.013);
  expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(0.02);
  expect(Math.abs(mean(values.map((value) => value ** 4)) - 3)).toBeLessThan(0.15);
  expect(Math.abs(values.filter((value) => value > 1.959964).length / 100_000 - 0.025)).toBeLessThan(0.002);
});
