import { expect, test } from "vitest";
import { shareWithin } from "../../../src/comparison/verdict/share-within.js";

test("is 1 for a finer cut, and the share of the majority where groups are mixed", () => {
  expect(shareWithin([0, 0, 1, 1, 2, 2], [5, 5, 5, 5, 7, 7])).toBe(1);
  expect(shareWithin([0, 0, 0, 0], [0, 0, 0, 1])).toBe(0.75);
  expect(shareWithin([-1, 0, 0, -1], [0, 1, 1, 1])).toBe(0.75);
});
