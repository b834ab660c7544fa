import { expect, test } from "vitest";
import { createDraws, indexOfTotal } from "../../../src/sales/synthetic/draws.js";

test("draws log-normal values around the median with the given spread", () => {
  const draws = createDraws(1, 0);
  const logs = Array.from({ length: 20_000 }, () => Math.log(draws.logNormal(8, 0.5)));
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const variance = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / logs.length;
  expect(mean).toBeCloseTo(Math.log(8), 1);
  expect(Math.sqrt(variance)).toBeCloseTo(0.5, 1);
});

test("raises e to a power without the engine's own function, to eleven digits", () => {
  const normal = createDraws(3, 1).normal();
  for (const sigma of [-4, -0.5, 0, 0.3, 1, 2.5]) {
    const value = createDraws(3, 1).logNormal(1, sigma);
    expect(Math.abs(value / Math.exp(sigma * normal) - 1)).toBeLessThan(1e-11);
  }
});

test("finds the first running total above a target, past entries of weight zero", () => {
  const totals = Float64Array.of(1, 1, 3, 6);
  expect([0, 0.99, 1, 2.9, 3, 5.9].map((target) => indexOfTotal(totals, target))).toEqual([0, 0, 2, 2, 3, 3]);
});

test("gives each stage of a seed its own stream", () => {
  const first = (seed: number, stage: number) => createDraws(seed, stage).between(0, 1);
  expect(new Set([first(1, 0), first(1, 1), first(2, 0), first(2, 1)]).size).toBe(4);
  expect(first(1, 0)).toBe(first(1, 0));
});
