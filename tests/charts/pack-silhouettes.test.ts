import { expect, test } from "vitest";
import { labelAlphabet } from "../../src/charts/pack-labels.js";
import { packSilhouettes } from "../../src/charts/pack-silhouettes.js";

test("writes one character a clustering, on the right side of 0, and a point where there is none", () => {
  const packed = packSilhouettes([Float64Array.of(-1, -1e-9, 0, 1, Number.NaN), undefined], 5);
  const cells = packed.map((text) => labelAlphabet.indexOf(text[0]!) - 1);
  expect(cells).toEqual([0, 30, 31, 61, -1]);
  expect(packed.map((text) => text.slice(1))).toEqual([".", ".", ".", ".", "."]);
});
