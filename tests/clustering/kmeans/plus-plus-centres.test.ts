import { expect, test } from "vitest";
import { plusPlusCentres } from "../../../src/clustering/kmeans/plus-plus-centres.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { plantedBlobs } from "../planted.js";

test("draws every row alike where all are equally far from each other", async () => {
  const corners = createMatrix(Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => +(i === j))));
  const drawn = [new Array<number>(6).fill(0), new Array<number>(6).fill(0)];
  for (let seed = 0; seed < 600; seed++) {
    const centres = await plusPlusCentres(corners, 2, createRandom(seed));
    for (const c of [0, 1]) drawn[c]![centres.subarray(c * 6, c * 6 + 6).indexOf(1)]!++;
  }
  // 100 expected, standard deviation 9
  for (const count of drawn.flat()) expect(Math.abs(count - 100)).toBeLessThan(40);
});

test("starts in every far-off group", async () => {
  const { matrix } = plantedBlobs();
  for (let seed = 0; seed < 50; seed++) {
    const centres = await plusPlusCentres(matrix, 3, createRandom(seed));
    const groups = [0, 3, 6].map((at) => (centres[at]! > 6 ? 1 : centres[at + 1]! > 6 ? 2 : 0));
    expect(new Set(groups).size).toBe(3);
  }
});

test("takes rows again once every distinct one is a centre", async () => {
  const centres = await plusPlusCentres(createMatrix([[1], [1], [4]]), 3, createRandom(1));
  expect(new Set(centres)).toEqual(new Set([1, 4]));
});
