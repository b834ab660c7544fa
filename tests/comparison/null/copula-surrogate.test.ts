import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copulaSurrogate } from "../../../src/comparison/null/copula-surrogate.js";
import { correlationFactor } from "../../../src/comparison/null/correlation-factor.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { correlations } from "../../../src/features/matrix/correlations.js";

const column = (data: Float64Array, width: number, j: number) =>
  // typed arrays sort −0 before 0: plain ones keep them as they stand
  [...data.filter((_, at) => at % width === j).sort()];

describe("a copula surrogate", () => {
  it("has exactly the values of each column, ties included", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.double({ noNaN: true, min: -9, max: 9 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, fc.integer(), (values, seed) => {
        const matrix = createMatrix(values);
        const surrogate = copulaSurrogate(matrix, seed);
        for (const j of [0, 1]) expect(column(surrogate.data, 2, j)).toEqual(column(matrix.data, 2, j));
      }),
    );
  });

  it("has the rank correlations of skewed columns within what chance allows", () => {
    const random = createRandom(2);
    const rows = 4000;
    const matrix = createMatrix(
      Array.from({ length: rows }, () => {
        const shared = random.normal();
        return [Math.exp(shared), shared + random.normal(), -(shared ** 3) + random.normal()];
      }),
    );
    const own = correlations(matrix, { method: "spearman" }).values;
    const copied = correlations(copulaSurrogate(matrix, 1), { method: "spearman" }).values;
    const gaps = own.map((value, at) => Math.abs(value - copied[at]!));
    // a rank correlation of independent rows strays by one over the root of their number
    expect(Math.max(...gaps)).toBeLessThan(3 / Math.sqrt(rows));
  });

  it("has no groups where the matrix had", () => {
    const random = createRandom(3);
    const matrix = createMatrix(
      Array.from({ length: 300 }, (_, i) => [i % 2, (i >> 1) % 2].map((side) => 8 * side + random.normal())).filter(
        ([x, y]) => x! < 4 === y! < 4,
      ),
    );
    const corners = (data: Float64Array) =>
      Array.from({ length: matrix.rows }, (_, i) => data[2 * i]! < 4 !== data[2 * i + 1]! < 4).filter(Boolean).length;
    expect(corners(matrix.data)).toBe(0);
    expect(corners(copulaSurrogate(matrix, 1).data)).toBeGreaterThan(10);
  });

  it("is the same for the same seed and another for another", () => {
    const matrix = createMatrix([
      [1, 2],
      [2, 1],
      [3, 5],
      [4, 3],
      [5, 4],
    ]);
    const drawn = (seed: number) => copulaSurrogate(matrix, seed).data;
    expect(drawn(1)).toEqual(drawn(1));
    expect(Array.from({ length: 9 }, (_, seed) => drawn(seed).join()).some((text) => text !== drawn(1).join())).toBe(
      true,
    );
  });
});

describe("the factor of a correlation matrix", () => {
  it("gives it back", () => {
    const { factor, shrunk } = correlationFactor(Float64Array.of(1, 0.5, 0.5, 1), 2);
    expect(shrunk).toBe(0);
    expect(factor[2]! ** 2 + factor[3]! ** 2).toBeCloseTo(1, 12);
    expect(factor[0]! * factor[2]!).toBeCloseTo(0.5, 12);
  });

  it("shrinks pairs as little as it takes where they contradict one another", () => {
    const impossible = Float64Array.of(1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1);
    const { factor, shrunk } = correlationFactor(impossible, 3);
    // 1 + r − 2 r² is 0 at r = −1/2 and at 1: |r| = 1/2 is the most that all three can have
    expect(0.9 * (1 - shrunk)).toBeCloseTo(0.5, 4);
    expect(factor.every(Number.isFinite)).toBe(true);
  });
});
