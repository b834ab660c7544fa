import fc from "fast-check";
import { expect, test } from "vitest";
import { drawNumbers, sampleRows } from "../../../src/clustering/sample/sample-rows.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";

test("draws so many different rows, in their order, with their ids", () => {
  const matrix = createMatrix([[1], [2], [3], [4], [5]], ["x"], ["a", "b", "c", "d", "e"]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (count, seed) => {
      const { matrix: some, rows } = sampleRows(matrix, count, seed);
      expect([...rows]).toEqual([...new Set(rows)].sort((a, b) => a - b));
      expect([some.rows, rows.length]).toEqual([count, count]);
      expect([...some.data]).toEqual([...rows].map((row) => row + 1));
      expect(some.ids).toEqual([...rows].map((row) => matrix.ids[row]));
    }),
  );
  expect(() => sampleRows(matrix, 6)).toThrow("cannot draw 6 of 5 rows; choose 1 to 5");
});

test("gives every row the same chance", () => {
  const random = createRandom(1);
  const times = new Float64Array(10);
  for (let draw = 0; draw < 20_000; draw++) for (const number of drawNumbers(10, 3, random)) times[number]!++;
  // 6,000 expected each, standard deviation 65
  expect(Math.min(...times)).toBeGreaterThan(5_700);
  expect(Math.max(...times)).toBeLessThan(6_300);
});
