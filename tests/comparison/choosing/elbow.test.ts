import { describe, expect, it } from "vitest";
import { elbow } from "../../../src/comparison/choosing/elbow.js";
import { goldenPython } from "../golden.js";

const ks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const isConvex = (values: readonly number[]) =>
  values.every((_, i) => i < 2 || values[i - 2]! - values[i - 1]! >= values[i - 1]! - values[i]!);

describe("the elbow", () => {
  it("is kneed's on curves that flatten, as sums of squares within groups do", () => {
    const curves = goldenPython.elbows.filter(({ inertia }) => isConvex(inertia));
    expect(curves.length).toBeGreaterThan(35);
    expect(curves.map(({ inertia }) => elbow(ks, inertia))).toEqual(curves.map(({ knee }) => knee));
  });

  it("is the most pronounced of several, where kneed takes the first; never an end of the curve", () => {
    const { inertia, ...theirs } = goldenPython.elbows[0]!;
    expect(theirs).toEqual({ knee: 2, all: [2, 6] });
    expect(elbow(ks, inertia)).toBe(6);
    for (const curve of goldenPython.elbows) expect([1, 10]).not.toContain(elbow(ks, curve.inertia));
  });

  it("is missing where the curve does not fall, or falls evenly", () => {
    expect(elbow([1, 2, 3], [1, 2, 3])).toBeNull();
    expect(elbow([1, 2, 3, 4], [4, 3, 2, 1])).toBeNull();
  });
});
