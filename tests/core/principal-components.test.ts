import { describe, expect, test } from "vitest";
import { createMatrix } from "../../src/core/matrix.js";
import { principalComponents } from "../../src/core/principal-components.js";
import { goldenNames, largestGap, readGolden } from "../clustering/golden.js";
import { noise } from "../clustering/planted.js";

describe.each(goldenNames)("%s", (name) => {
  test("equals scikit-learn's PCA but for its signs", () => {
    const { matrix, principalComponents: golden } = readGolden(name);
    const { scores, loadings, explained, variances } = principalComponents(matrix, 2);
    expect(largestGap(explained, golden.explained)).toBeLessThan(1e-9);
    expect(largestGap(variances, golden.variances)).toBeLessThan(1e-9);
    golden.components.forEach((component, c) => {
      const largest = component.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      const sign = Math.sign(largest);
      const own = component.map((_, j) => loadings[j * 2 + c]!);
      expect(Math.max(...own.map((weight, j) => Math.abs(weight - sign * component[j]!)))).toBeLessThan(1e-9);
      for (let i = 0; i < matrix.rows; i++) {
        expect(Math.abs(scores.data[i * 2 + c]! - sign * golden.scores[i * 2 + c]!)).toBeLessThan(1e-8);
      }
    });
  });
});

test("names the components and keeps the rows' ids", () => {
  const matrix = createMatrix(
    [
      [1, 2],
      [3, 5],
      [4, 4],
    ],
    ["a", "b"],
    ["x", "y", "z"],
  );
  const { scores } = principalComponents(matrix);
  expect(scores.columns).toEqual(["PC1", "PC2"]);
  expect(scores.ids).toEqual(["x", "y", "z"]);
});

test("all components together explain everything, their directions at right angles", () => {
  const width = 7;
  const { explained, loadings } = principalComponents(noise(50, width), width);
  expect(explained.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) {
      let product = 0;
      for (let j = 0; j < width; j++) product += loadings[j * width + a]! * loadings[j * width + b]!;
      expect(product).toBeCloseTo(a === b ? 1 : 0, 12);
    }
  }
});

test("explains nothing where nothing varies", () => {
  const { explained, scores } = principalComponents(
    createMatrix([
      [3, 3],
      [3, 3],
    ]),
    2,
  );
  expect(explained).toEqual([0, 0]);
  expect([...scores.data]).toEqual([0, 0, 0, 0]);
});

test("refuses one row, and more components than columns", () => {
  expect(() => principalComponents(createMatrix([[1, 2]]))).toThrow("principal components need two rows, not 1");
  expect(() => principalComponents(noise(5, 2), 3)).toThrow(
    "the count is 3; choose from 1 to 2, the number of columns",
  );
});
