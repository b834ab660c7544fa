import fc from "fast-check";
import { expect, test } from "vitest";
import { liftOf } from "../../../src/segments/hand-over/lift.js";

test("a group that buys as the shop does has a lift of 1, and no preference is sure", () => {
  const { lift, atLeast } = liftOf({ ownPairs: 1000, ownHits: 50, shopPairs: 10_000, shopHits: 500 });
  expect(lift).toBe(1);
  expect(atLeast).toBeLessThan(1);
});

test("the lower end is that of the ratio to the others by Katz's interval, taken back to the shop", () => {
  // 30 of 200 against 60 of 800: ratio 2, log interval ± 1.96 · √(0.85/30 + 0.925/60)
  const { lift, atLeast } = liftOf({ ownPairs: 200, ownHits: 30, shopPairs: 1000, shopHits: 90 });
  expect(lift).toBeCloseTo(30 / 200 / (90 / 1000), 12);
  const ratio = 2 * Math.exp(-1.96 * Math.sqrt(0.85 / 30 + 0.925 / 60));
  expect(atLeast).toBeCloseTo(ratio / (0.2 * ratio + 0.8), 12);
});

test("more of the same purchases make the same lift surer, and the end is never above it", () => {
  const counts = fc.record({
    ownHits: fc.integer({ min: 1, max: 50 }),
    ownRest: fc.integer({ min: 0, max: 500 }),
    otherHits: fc.integer({ min: 0, max: 50 }),
    otherRest: fc.integer({ min: 1, max: 500 }),
  });
  fc.assert(
    fc.property(counts, ({ ownHits, ownRest, otherHits, otherRest }) => {
      const times = (n: number) =>
        liftOf({
          ownPairs: n * (ownHits + ownRest),
          ownHits: n * ownHits,
          shopPairs: n * (ownHits + ownRest + otherHits + otherRest),
          shopHits: n * (ownHits + otherHits),
        });
      expect(times(1).atLeast).toBeLessThanOrEqual(times(1).lift + 1e-9);
      if (otherHits > 0) expect(times(3).atLeast).toBeGreaterThanOrEqual(times(1).atLeast - 1e-9);
      expect(times(1).atLeast).toBeGreaterThan(0);
    }),
  );
});
