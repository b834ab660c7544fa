import fc from "fast-check";
import { expect, test } from "vitest";
import { matchedColours, sharedColour } from "../../src/charts/matched-colours.js";

test("a renumbered clustering keeps all colours", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 40 }), (raw) => {
      const labels = [0, 1, 2, 3, 4, ...raw];
      const turned = labels.map((label) => (label + 2) % 5);
      expect(matchedColours(labels, turned)).toEqual([3, 4, 0, 1, 2]);
      expect(sharedColour(labels, turned)).toBe(1);
    }),
  );
});

test("clusters without a match get colours that the other clustering does not use", () => {
  expect(matchedColours([0, 0, 0, 0, 1, 1], [0, 0, 1, 2, 3, 3])).toEqual([0, 2, 3, 1]);
});

test("noise takes nobody's colour", () => {
  // cluster 0 lies in the noise of the reference
  expect(matchedColours([-1, -1, -1, 0, 1], [0, 0, 0, 1, 2])).toEqual([2, 0, 1]);
  expect(sharedColour([-1, -1, 0, 1], [-1, 0, 1, 2])).toBe(3 / 4);
});

test("colours are handed on along a chain", () => {
  expect(matchedColours([0, 0, 1, 1], [1, 1, 0, 2], (cluster) => [7, 4][cluster]!)).toEqual([4, 7, 0]);
});
