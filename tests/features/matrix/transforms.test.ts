import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brentMinimum } from "../../../src/features/matrix/brent-minimum.js";
import { scales, transforms } from "../../../src/features/matrix/column-preparation.js";
import { applyColumn, fitColumn, invertColumn } from "../../../src/features/matrix/fitted-column.js";
import { normalProbability, normalQuantile } from "../../../src/features/matrix/normal-distribution.js";
import {
  invertQuantileNormal,
  normalizingQuantiles,
  quantileNormal,
} from "../../../src/features/matrix/quantile-normal.js";
import { quantilesOf } from "../../../src/features/matrix/quantiles.js";
import { skewness } from "../../../src/features/matrix/skewness.js";
import {
  invertYeoJohnson,
  yeoJohnson,
  yeoJohnsonLambda,
  yeoJohnsonLikelihood,
} from "../../../src/features/matrix/yeo-johnson.js";
import { golden, goldenColumns, largestGap } from "./golden.js";

const plain = { column: "x", shrink: false, transform: "none", scale: "none", missing: "median" } as const;

describe("values as near to nought as a number can be", () => {
  it.each([[[0, 0, 0, Number.MIN_VALUE]], [[0, -Number.MIN_VALUE, 0]], [[-Number.MIN_VALUE, Number.MIN_VALUE, 0]]])(
    "have no power but 1: %o",
    (values) => {
      const lambda = yeoJohnsonLambda(Float64Array.from(values));
      expect(lambda).toBe(1);
      expect(values.map((x) => yeoJohnson(x, lambda))).toEqual(values);
    },
  );
});

describe.each(goldenColumns)("the column %s", (_, column) => {
  const values = Float64Array.from(column.values);
  const quantiles = normalizingQuantiles(values);

  it("gets the power of scikit-learn's PowerTransformer, and its likelihood", () => {
    const lambda = yeoJohnsonLambda(values);
    expect(Math.abs(lambda - column.lambda)).toBeLessThan(1e-6);
    expect(Math.abs(lambda - column.exactLambda)).toBeLessThan(1e-10);
    expect(Math.abs(yeoJohnsonLikelihood(values, lambda) - column.likelihood)).toBeLessThan(1e-8);
  });

  it("is transformed by that power, and back", () => {
    const own = column.yeoJohnson.map((_, i) => yeoJohnson(column.values[i]!, column.lambda));
    expect(largestGap(own, column.yeoJohnson)).toBeLessThan(1e-12);
    const back = column.yeoJohnson.map((y) => invertYeoJohnson(y, column.lambda));
    expect(largestGap(back, column.yeoJohnsonBack)).toBeLessThan(1e-9);
  });

  it("is made normal as by scikit-learn's QuantileTransformer, and back", () => {
    expect(
      largestGap(
        values.map((x) => quantileNormal(x, quantiles)),
        column.quantileNormal,
      ),
    ).toBeLessThan(1e-9);
    const probes = column.probes.map((x) => quantileNormal(x, quantiles));
    expect(largestGap(probes, column.probesQuantileNormal)).toBeLessThan(1e-9);
    expect(
      largestGap(
        column.z.map((z) => invertQuantileNormal(z, quantiles)),
        column.zBack,
      ),
    ).toBeLessThan(1e-9);
    // each value comes back as itself, ties too
    values.forEach((x) => {
      expect(invertQuantileNormal(quantileNormal(x, quantiles), quantiles)).toBeCloseTo(x, 6);
    });
  });

  it.each(["standard", "robust", "minmax"] as const)("is scaled as by scikit-learn, %s", (scale) => {
    const raw = { values: column.values, orders: [] };
    const scaled = applyColumn(fitColumn({ ...plain, scale }, raw), raw);
    expect(largestGap(scaled.slice(0, 10), column.scaled[scale])).toBeLessThan(1e-12);
  });

  it("has numpy's percentiles and SciPy's skewness", () => {
    expect(quantilesOf(values, [0.01, 0.25, 0.5, 0.99])).toEqual(column.percentiles);
    expect(largestGap([skewness(values)!], [column.skew])).toBeLessThan(1e-10);
  });

  it.each(transforms.flatMap((transform) => scales.map((scale) => [transform, scale] as const)))(
    "comes back from %s, %s",
    (transform, scale) => {
      const raw = { values: column.values, orders: [] };
      const fitted = fitColumn({ ...plain, transform, scale }, raw);
      const back = applyColumn(fitted, raw).map((x) => invertColumn(fitted, x));
      expect(largestGap(back, column.values)).toBeLessThan(1e-6);
    },
  );
});

describe("the normal distribution", () => {
  const { p, ppf, z, cdf } = golden.normal;

  it("has SciPy's quantiles to 1e-13 and shares to 1e-15", () => {
    expect(largestGap(p.map(normalQuantile), ppf)).toBeLessThan(1e-13);
    expect(largestGap(z.map(normalProbability), cdf)).toBeLessThan(1e-15);
  });

  it("ends at infinity", () => {
    expect([normalQuantile(0), normalQuantile(1), normalProbability(-40), normalProbability(40)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      0,
      1,
    ]);
  });
});

describe("Brent's minimum", () => {
  it("finds the bottom of any valley", () => {
    const place = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(place, fc.double({ min: 1.5, max: 4, noNaN: true }), (bottom, power) => {
        const found = brentMinimum((x) => Math.abs(x - bottom) ** power, -60, 60);
        expect(Math.abs(found - bottom)).toBeLessThan(1e-3);
      }),
    );
  });

  it("keeps away from where the function has no value", () => {
    expect(brentMinimum((x) => (x > 3 ? Number.NaN : (x - 2) ** 2), -10, 10)).toBeCloseTo(2, 7);
  });
});

it("has no skewness of two values or of equal ones", () => {
  expect([skewness(Float64Array.of(1, 2)), skewness(Float64Array.of(4, 4, 4))]).toEqual([null, null]);
});

it("gives infinity for what no finite value is transformed to", () => {
  expect(invertYeoJohnson(1, -2)).toBe(Number.POSITIVE_INFINITY);
  expect(invertYeoJohnson(-1, 4)).toBe(Number.NEGATIVE_INFINITY);
});
