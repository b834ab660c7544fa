import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustedMutualInformation } from "../../../src/clustering/metrics/adjusted-mutual-information.js";
import { bestAssignment } from "../../../src/clustering/metrics/best-assignment.js";
import { matchedContingency } from "../../../src/clustering/metrics/matched-contingency.js";
import { vMeasure } from "../../../src/clustering/metrics/v-measure.js";
import { readTable, tableNames } from "../golden-more.js";

describe.each(tableNames)("%s", (name) => {
  const { agreement } = readTable(name);

  test("mutual information, V-measure and matches equal scikit-learn's and SciPy's", () => {
    expect(agreement).toHaveLength(25);
    for (const golden of agreement) {
      const { a, b } = golden;
      expect(Math.abs(adjustedMutualInformation(a, b) - golden.adjustedMutualInformation)).toBeLessThan(1e-9);
      const measured = vMeasure(a, b);
      expect(Math.abs(measured.homogeneity - golden.homogeneity)).toBeLessThan(1e-9);
      expect(Math.abs(measured.completeness - golden.completeness)).toBeLessThan(1e-9);
      expect(Math.abs(measured.vMeasure - golden.vMeasure)).toBeLessThan(1e-9);
      expect(matchedContingency(a, b).matched).toBe(golden.matched);
    }
  });
});

test("large sizes keep the expected mutual information exact: independent labels of 60,000 rows score about 0", () => {
  const a = Int32Array.from({ length: 60_000 }, (_, i) => i % 7);
  const b = Int32Array.from({ length: 60_000 }, (_, i) => Math.floor(i / 7) % 5);
  expect(Math.abs(adjustedMutualInformation(a, b))).toBeLessThan(1e-3);
  expect(adjustedMutualInformation(a, a)).toBeCloseTo(1, 9);
});

test("one cluster on both sides, or a cluster for each row, is the same partition; on one side it tells nothing", () => {
  expect(adjustedMutualInformation([3, 3, 3], [0, 0, 0])).toBe(1);
  expect(adjustedMutualInformation([1, 2, 3], [2, 1, 0])).toBe(1);
  expect(adjustedMutualInformation([0, 0, 1, 1], [0, 0, 0, 0])).toBeCloseTo(0, 12);
  expect(vMeasure([0, 0, 1, 1], [0, 0, 0, 0])).toEqual({ homogeneity: 0, completeness: 1, vMeasure: 0 });
  expect(() => vMeasure([0, 1], [0])).toThrow("2 labels cannot be compared with 1; take the same rows");
});

test("brings matched clusters to the diagonal, those without a match behind", () => {
  const a = [0, 0, 0, 1, 1, -1];
  const b = [5, 5, 7, 7, 7, 9];
  expect(matchedContingency(a, b)).toEqual({
    labelsA: [-1, 0, 1],
    labelsB: [9, 5, 7],
    counts: Int32Array.of(1, 0, 0, 0, 2, 1, 0, 0, 2),
    matches: [9, 5, 7],
    matched: 5,
    share: 5 / 6,
  });
  const few = matchedContingency([0, 1, 1, 2], [0, 0, 0, 1]);
  expect(few.matches).toEqual([undefined, 0, 1]);
  expect(few.labelsB).toEqual([0, 1]);
});

test("the assignment is the best of all permutations", () => {
  const permutations = (items: number[]): number[][] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 25, maxLength: 25 }),
      (rows, columns, values) => {
        const assigned = bestAssignment(values, rows, columns);
        const used = [...assigned].filter((column) => column >= 0);
        expect(new Set(used).size).toBe(Math.min(rows, columns));
        const sum = assigned.reduce((total, j, i) => total + (j < 0 ? 0 : values[i * columns + j]!), 0);
        const size = Math.max(rows, columns);
        const best = Math.max(
          ...permutations(Array.from({ length: size }, (_, i) => i)).map((order) =>
            order.reduce((total, j, i) => total + (i < rows && j < columns ? values[i * columns + j]! : 0), 0),
          ),
        );
        expect(sum).toBe(best);
      },
    ),
  );
});
