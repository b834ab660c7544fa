import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { centreRows } from "../../../src/comparison/reference/centre-rows.js";
import { sharedMixture } from "../../../src/comparison/reference/shared-mixture.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { mapMatrix, plantedBlobs } from "../../clustering/planted.js";

interface Golden {
  readonly logLikelihood: number;
  readonly bic: number;
  readonly entropy: number;
  readonly labels: readonly number[];
}

const golden = JSON.parse(readFileSync(new URL("../../golden/shared-mixture.json", import.meta.url), "utf8")) as {
  readonly x: readonly number[];
  readonly start: readonly number[];
  readonly full: Golden;
  readonly diagonal: Golden;
};
const rows = Array.from({ length: golden.start.length }, (_, i) => golden.x.slice(i * 3, i * 3 + 3));

describe("centred rows", () => {
  it("have mean 0, their products, and no constant columns", () => {
    const { data, width, scatter } = centreRows(
      createMatrix([
        [1, 7, 10],
        [2, 7, 10],
        [3, 7, 16],
      ]),
    );
    expect(width).toBe(2);
    expect([...data]).toEqual([-1, -2, 0, -2, 1, 4]);
    expect([...scatter]).toEqual([2, 6, 6, 24]);
  });
});

describe("a mixture with one covariance", () => {
  it.each(["full", "diagonal"] as const)("is what mclust makes of the same partition (%s)", (shape) => {
    const options = { iterations: 3000, tolerance: 0, ridge: 0, floor: 0 };
    const own = sharedMixture(centreRows(createMatrix(rows)), Int32Array.from(golden.start), shape, options)!;
    const theirs = golden[shape];
    expect(own.logLikelihood).toBeCloseTo(theirs.logLikelihood, 6);
    expect(own.bic).toBeCloseTo(theirs.bic, 6);
    expect(own.entropy).toBeCloseTo(theirs.entropy, 5);
    expect([...own.labels]).toEqual(theirs.labels);
  });

  it("gains likelihood with every iteration", () => {
    const centred = centreRows(createMatrix(rows));
    const start = Int32Array.from(golden.start);
    const after = [1, 2, 3, 5, 8].map(
      (iterations) =>
        sharedMixture(centred, start, "full", { iterations, tolerance: 0, ridge: 0, floor: 0 })!.logLikelihood,
    );
    expect(after).toEqual(after.toSorted((a, b) => a - b));
    expect(after.at(-1)!).toBeGreaterThan(after[0]!);
  });

  it("finds the groups again whatever the units of the columns, correlations included", () => {
    const { matrix, truth } = plantedBlobs();
    const turned = mapMatrix(matrix, (value, column) => value * [1, 1000, 0.01][column]!);
    const start = Int32Array.from(truth, (group, i) => (i % 5 === 0 ? (group + 1) % 3 : group));
    const plain = sharedMixture(centreRows(matrix), start, "full")!;
    expect(adjustedRandIndex(plain.labels, truth)).toBe(1);
    expect([...sharedMixture(centreRows(turned), start, "full")!.labels]).toEqual([...plain.labels]);
  });

  it("is not made by one column alone that takes few values", () => {
    const random = createRandom(4);
    const truth = Array.from({ length: 600 }, (_, i) => i % 2);
    const bands = truth.map(() => random.integer(6));
    const rows = truth.map((group, i) => [
      ...[0, 1, 2].map(() => 3 * group + random.normal()),
      5 * bands[i]! + 0.1 * random.normal(),
    ]);
    const centred = centreRows(createMatrix(rows));
    const icl = (labels: readonly number[], floor: number) => {
      const { bic, entropy } = sharedMixture(centred, Int32Array.from(labels), "full", { floor })!;
      return bic + 2 * entropy;
    };
    expect(icl(bands, 0)).toBeLessThan(icl(truth, 0));
    expect(icl(bands, 0.2)).toBeGreaterThan(icl(truth, 0.2));
  });

  it("takes in the rows of no group, and says nothing of rows that do not vary", () => {
    const { matrix, truth } = plantedBlobs();
    const noisy = Int32Array.from(truth, (group, i) => (i % 10 === 0 ? -1 : group));
    expect(adjustedRandIndex(sharedMixture(centreRows(matrix), noisy, "diagonal")!.labels, truth)).toBe(1);
    const constant = createMatrix([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(sharedMixture(centreRows(constant), Int32Array.of(0, 1, 0), "full")).toBeNull();
  });
});
