import fc from "fast-check";
import { expect, test } from "vitest";
import { columnLevels } from "../../src/charts/explorer-levels.js";

const levelsOf = (values: readonly number[]) =>
  columnLevels({
    column: "orders",
    unit: "orders",
    typical: (z) => z * 2,
    standardized: Float64Array.from(values),
  });

test("gives each value its own level where there are few, in the column's unit and in deviations", () => {
  const { levels, units, deviations } = levelsOf([3, 1, 3, 1]);
  expect([...levels]).toEqual([1, 0, 1, 0]);
  expect(units).toEqual([2, 6]);
  expect(deviations).toEqual([-1, 1]);
});

test("levels rise with the values, share equal ones, and are at most 500", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 3000 }), (values) => {
      const { levels, units } = levelsOf(values);
      expect(units.length).toBeLessThanOrEqual(500);
      const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
      order.slice(1).forEach((i, k) => {
        const before = order[k]!;
        expect(levels[i]! - levels[before]!).toBeGreaterThanOrEqual(0);
        if (values[i] === values[before]) expect(levels[i]).toBe(levels[before]);
      });
    }),
    { numRuns: 30 },
  );
});

test("says 0 deviations for a column that does not vary", () => {
  expect(levelsOf([2, 2]).deviations).toEqual([0]);
});
