import { expect, test } from "vitest";
import { labelAlphabet, packLabels } from "../../src/charts/pack-labels.js";

test("writes one character a clustering, which its place in the alphabet gives back", () => {
  const packed = packLabels([Int32Array.of(0, -1, 11), Int32Array.of(2, 60, 200)]);
  expect(packed).toEqual(["02", ".y", "Bz"]);
  expect([...packed[1]!].map((character) => labelAlphabet.indexOf(character) - 1)).toEqual([-1, 60]);
});
