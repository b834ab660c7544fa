import fc from "fast-check";
import { expect, test } from "vitest";
import { roundBorder } from "../../../src/comparison/explanation/round-border.js";

test("takes the fewest figures", () => {
  expect(roundBorder(3, 4)).toBe(4);
  expect(roundBorder(57, 61)).toBe(60);
  expect(roundBorder(0.312, 0.331)).toBe(0.32);
  expect(roundBorder(1187.4, 1260.2)).toBe(1200);
});

test("is whole between whole numbers", () => {
  expect(roundBorder(0, 1)).toBe(1);
  expect(roundBorder(-4, -3)).toBe(-3);
});

test("always parts the two values", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      (a, b) => {
        fc.pre(a !== b);
        const border = roundBorder(Math.min(a, b), Math.max(a, b));
        expect(Math.min(a, b) < border && border <= Math.max(a, b)).toBe(true);
      },
    ),
  );
});
