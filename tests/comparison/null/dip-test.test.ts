import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dipStatistic } from "../../../src/comparison/null/dip-statistic.js";
import { dipProbability, dipTest } from "../../../src/comparison/null/dip-test.js";
import { createRandom } from "../../../src/core/random.js";
import { goldenPython } from "../golden.js";

describe("the dip", () => {
  it.each(goldenPython.dips)("is diptest's on $name", ({ values, dip }) => {
    expect(dipStatistic(values)).toBeCloseTo(dip, 12);
  });

  it("does not change with order, place or scale, nor when the values are mirrored", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(numbers, (values) => {
        const dip = dipStatistic(values);
        expect(dipStatistic(values.toReversed())).toBe(dip);
        expect(dipStatistic(values.map((value) => 8 * value + 16))).toBeCloseTo(dip, 12);
        expect(dipStatistic(values.map((value) => -value))).toBeCloseTo(dip, 12);
        expect(dip).toBeLessThanOrEqual(0.25);
      }),
    );
  });

  it("has the p-values of diptest's table, as far as two simulations agree", () => {
    const gaps = goldenPython.pValues.map(({ rows, dip, p }) => {
      const simulation = Math.sqrt((p * (1 - p)) / 1e5);
      return Math.abs(dipProbability(rows, dip) - p) / (6 * simulation + 0.004);
    });
    expect(Math.max(...gaps)).toBeLessThan(1);
  });

  it("finds two modes where there are two, and mostly none in normal values", () => {
    const random = createRandom(5);
    const normal = () => Array.from({ length: 300 }, () => random.normal());
    expect(dipTest([...normal(), ...normal().map((value) => value + 4)]).p).toBe(1 - 0.9999);
    const small = Array.from({ length: 200 }, () => dipTest(normal()).p).filter((p) => p < 0.05);
    expect(small.length).toBeLessThan(10);
  });

  it("knows nothing of fewer than four values", () => {
    expect(dipTest([1, 2, 9])).toMatchObject({ p: 1, count: 3 });
  });
});
