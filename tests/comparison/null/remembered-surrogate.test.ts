import { expect, test } from "vitest";
import { copulaSurrogate } from "../../../src/comparison/null/copula-surrogate.js";
import { rememberedSurrogate } from "../../../src/comparison/null/remembered-surrogate.js";
import { noise } from "../../clustering/planted.js";

test("gives what is drawn anew, also when others were asked for between, and draws what was asked last once", () => {
  const [one, other] = [noise(80, 3), noise(81, 2)];
  for (const seed of [1, 2, 3, 1, 9, 8, 7, 6, 5, 4, 11, 12, 1]) {
    for (const matrix of [one, other])
      expect(rememberedSurrogate(matrix, seed).data).toEqual(copulaSurrogate(matrix, seed).data);
  }
  expect(rememberedSurrogate(one, 1)).toBe(rememberedSurrogate({ ...one, data: one.data.slice() }, 1));
  const moved = { ...one, data: one.data.map((value) => value + 1) };
  expect(rememberedSurrogate(moved, 1).data).toEqual(copulaSurrogate(moved, 1).data);
});
