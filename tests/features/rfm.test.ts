import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreRfm } from "../../src/features/rfm/score-rfm.js";
import { rfmSegment, rfmSegmentMap, rfmSegmentNames } from "../../src/features/rfm/segment-map.js";

describe("RFM scores", () => {
  it("cut ten different customers into fifths, fewer days being better", () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const { r, f } = scoreRfm(values, values, values);
    expect([...f]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect([...r]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
  });

  it("give equal values the score of the fraction strictly worse", () => {
    const { f } = scoreRfm([1, 1, 1, 1, 1], [1, 1, 1, 2, 2], [1, 1, 1, 1, 1]);
    expect([...f]).toEqual([1, 1, 1, 4, 4]);
  });

  it("follow their formula, and never depend on the order of rows", () => {
    const shop = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(shop, fc.integer(), (values, turn) => {
        const { m } = scoreRfm(values, values, values);
        values.forEach((value, i) => {
          const share = values.filter((other) => other < value).length / values.length;
          expect(m[i]).toBe(1 + Math.min(4, Math.floor(5 * share + 1e-12)));
        });
        const shift = Math.abs(turn) % values.length;
        const turned = [...values.slice(shift), ...values.slice(0, shift)];
        expect([...scoreRfm(turned, turned, turned).m]).toEqual([...m.slice(shift), ...m.slice(0, shift)]);
      }),
    );
  });
});

describe("the segment map", () => {
  it("names every one of the 125 score triples with one of eleven segments, and uses them all", () => {
    const found = new Set<string>();
    for (let r = 1; r <= 5; r++)
      for (let f = 1; f <= 5; f++) for (let m = 1; m <= 5; m++) found.add(rfmSegment(r, f, m));
    expect([...found].sort()).toEqual([...rfmSegmentNames].sort());
    expect(rfmSegmentMap.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
  });

  it("has the corners where they belong", () => {
    expect([
      rfmSegment(5, 5, 5),
      rfmSegment(1, 1, 1),
      rfmSegment(2, 5, 5),
      rfmSegment(5, 1, 1),
      rfmSegment(1, 5, 4),
    ]).toEqual(["Champions", "Lost", "Can't Lose Them", "Recent Customers", "At Risk"]);
  });
});
