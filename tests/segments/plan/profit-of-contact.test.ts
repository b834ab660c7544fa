import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { breakEvenUplift, profitOfContact } from "../../../src/segments/plan/profit-of-contact.js";
import { startWithin } from "../../../src/segments/plan/start-within.js";

describe("the profit of a contact", () => {
  it("is Δp · (m · V − D) − p₀ · D − c", () => {
    const terms = { uplift: 0.05, baseline: 0.3, orderValue: 200, margin: 0.4, discount: 0.1, contactCost: 1.5 };
    // 0.05 · (80 − 20) − 0.3 · 20 − 1.5
    expect(profitOfContact(terms)).toBeCloseTo(3 - 6 - 1.5, 12);
    expect(breakEvenUplift(terms)).toBeCloseTo(7.5 / 60, 12);
  });

  it("takes no more uplift than the baseline leaves room for", () => {
    const terms = { uplift: 0.05, baseline: 0.98, orderValue: 100, margin: 0.5, discount: 0, contactCost: 0 };
    expect(profitOfContact(terms)).toBeCloseTo(0.02 * 50, 12);
  });

  it("has no break-even where the discount eats the margin", () => {
    expect(breakEvenUplift({ baseline: 0.1, orderValue: 100, margin: 0.3, discount: 0.3, contactCost: 1 })).toBeNull();
  });

  test("is nought at the break-even and rises with the uplift", () => {
    const share = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
    fc.assert(
      fc.property(
        share(0.5),
        share(0.2),
        share(10),
        fc.double({ min: 1, max: 1e4, noNaN: true }),
        (baseline, discount, contactCost, orderValue) => {
          const terms = { baseline, discount, contactCost, orderValue, margin: 0.4 };
          const uplift = breakEvenUplift(terms)!;
          fc.pre(uplift <= 1 - baseline);
          expect(profitOfContact({ ...terms, uplift })).toBeCloseTo(0, 8);
          expect(profitOfContact({ ...terms, uplift: uplift / 2 })).toBeLessThanOrEqual(1e-8);
        },
      ),
    );
  });
});

describe("the start of an action", () => {
  const pays = { low: 1, base: 2, high: 3 };
  const perhaps = { low: -1, base: 2, high: 3 };
  it("is by effort, a term earlier where it pays even in the low case", () => {
    const days = ([1, 2, 3] as const).map((effort) => [
      startWithin(effort, perhaps, 10).startWithinDays,
      startWithin(effort, pays, 10).startWithinDays,
    ]);
    expect(days).toEqual([
      [30, 30],
      [90, 30],
      [180, 90],
    ]);
  });

  it("is never where it is not expected to pay or reaches nobody, and goes by effort where money is not known", () => {
    expect(startWithin(1, { low: -3, base: 0, high: 3 }, 10)).toEqual({
      startWithinDays: null,
      startReason: "It is not expected to pay.",
    });
    expect(startWithin(1, pays, 0).startWithinDays).toBeNull();
    expect(startWithin(3, null, 10).startWithinDays).toBe(180);
  });
});
