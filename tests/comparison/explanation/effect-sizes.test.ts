import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cliffsDelta, effectSize } from "../../../src/comparison/explanation/cliffs-delta.js";
import { etaSquared } from "../../../src/comparison/explanation/eta-squared.js";
import { matrixColumn } from "../../../src/comparison/explanation/matrix-column.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { readExplanations } from "./explanation-golden.js";

describe.each(readExplanations())("the effect sizes of $name", ({ features, labels, clusters, columns }) => {
  it("are those of SciPy", () => {
    const effects = etaSquared(features, labels);
    columns.forEach((golden, j) => {
      expect(effects[j]!.etaSquared).toBeCloseTo(golden.etaSquared, 12);
      expect(effects[j]!.ofRanks).toBeCloseTo(golden.ofRanks, 12);
      clusters.forEach((cluster, c) => {
        const delta = cliffsDelta(matrixColumn(features, j), (row) => labels[row] === cluster);
        expect(delta).toBeCloseTo(golden.deltas[c]!, 12);
      });
    });
  });
});

describe("Cliff's delta", () => {
  it("is the share of pairs in which the inside wins less those in which it loses", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 }),
        (inside, outside) => {
          const pairs = inside.flatMap((a) => outside.map((b) => Math.sign(a - b)));
          const byHand = pairs.reduce((sum: number, sign) => sum + sign, 0) / pairs.length;
          const delta = cliffsDelta(Float64Array.from([...inside, ...outside]), (row) => row < inside.length);
          expect(delta).toBeCloseTo(byHand, 12);
        },
      ),
    );
  });

  it("leaves out what is unknown and says NaN where a side has nobody", () => {
    expect(cliffsDelta(Float64Array.of(5, Number.NaN, 1), (row) => row < 2)).toBe(1);
    expect(cliffsDelta(Float64Array.of(5, 1), () => true)).toBeNaN();
  });

  it("is negligible, small, medium or large by the bands of Romano", () => {
    expect([0.1, -0.2, 0.4, -0.9].map(effectSize)).toEqual(["negligible", "small", "medium", "large"]);
  });
});

describe("eta squared", () => {
  it("is 1 where clusters are constant, 0 where their means are equal, NaN in a constant column", () => {
    const features = createMatrix([
      [1, 1, 7],
      [1, 3, 7],
      [5, 3, 7],
      [5, 1, 7],
    ]);
    const effects = etaSquared(features, [0, 0, 1, 1]);
    expect(effects.map((effect) => effect.etaSquared)).toEqual([1, 0, Number.NaN]);
  });

  it("leaves noise out", () => {
    const features = createMatrix([[1], [1], [5], [5], [1000]]);
    expect(etaSquared(features, [0, 0, 1, 1, -1])[0]!.etaSquared).toBe(1);
  });
});
