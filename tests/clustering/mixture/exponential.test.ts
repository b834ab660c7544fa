import fc from "fast-check";
import { expect, test } from "vitest";
import { exponential, negligible } from "../../../src/clustering/mixture/exponential.js";

/** How many numbers stand between two of the same sign. */
function steps(a: number, b: number): number {
  const [p, q] = new BigInt64Array(new Float64Array([a, b]).buffer);
  return Math.abs(Number(p! - q!));
}

test("is the exponential function but for the last digit", () => {
  fc.assert(
    fc.property(fc.double({ min: negligible, max: 0, noNaN: true }), (x) => {
      expect(steps(exponential(x), Math.exp(x))).toBeLessThanOrEqual(2);
    }),
    { numRuns: 5000 },
  );
  // where one multiple of ln 2 ends and the next begins
  for (let n = 0; n <= 71; n++) {
    const border = -(n + 0.5) * Math.LN2;
    for (const x of [border, border - 1e-12, border + 1e-12])
      expect(steps(exponential(x), Math.exp(x))).toBeLessThanOrEqual(2);
  }
});

test("is 1 at 0, never grows as its number falls, and passes on what is no number", () => {
  expect([exponential(0), exponential(-0)]).toEqual([1, 1]);
  expect(exponential(Number.NaN)).toBeNaN();
  fc.assert(
    fc.property(fc.double({ min: negligible, max: -1e-6, noNaN: true }), (x) => {
      expect(exponential(x)).toBeLessThanOrEqual(exponential(x * (1 - 1e-12)));
    }),
  );
});
