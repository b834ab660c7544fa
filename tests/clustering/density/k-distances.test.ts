import { expect, test } from "vitest";
import { kDistances } from "../../../src/clustering/density/k-distances.js";
import { neighbourDistances } from "../../../src/clustering/density/neighbour-distances.js";
import { suggestEps } from "../../../src/clustering/density/suggest-eps.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { goldenNames, largestGap, readGolden } from "../golden.js";
import { noise } from "../planted.js";

test.each(goldenNames)("equals the full search on %s", async (name) => {
  const { matrix, neighbourDistances: golden } = readGolden(name);
  const distances = await neighbourDistances(matrix, golden.minPoints);
  expect(largestGap(distances, golden.distances)).toBeLessThan(1e-9);
  const curve = await kDistances(matrix, golden.minPoints);
  expect([...curve]).toEqual([...distances].sort((a, b) => a - b));
});

test("counts the row itself as the first", async () => {
  const matrix = createMatrix([[0], [1], [4]]);
  expect([...(await neighbourDistances(matrix, 1))]).toEqual([0, 0, 0]);
  expect([...(await neighbourDistances(matrix, 2))]).toEqual([1, 1, 3]);
  expect([...(await neighbourDistances(matrix, 4))]).toEqual([Infinity, Infinity, Infinity]);
});

test("suggests an eps between the dense rows and the stray ones", async () => {
  const { data } = noise(300, 2);
  const rows = Array.from({ length: 300 }, (_, i) => [data[2 * i]! * 0.1, data[2 * i + 1]! * 0.1]);
  for (let i = 0; i < 12; i++) rows.push([20 + 7 * i, i % 2 === 0 ? 5 : 40]);
  const eps = await suggestEps(createMatrix(rows), 5);
  expect(eps).toBeGreaterThan(0.02);
  expect(eps).toBeLessThan(7);
});

test("suggests a distance above zero where most rows are equal, and 0 where there is none", async () => {
  const rows = Array.from({ length: 40 }, (_, i) => [i < 38 ? 1 : i]);
  expect(await suggestEps(createMatrix(rows), 3)).toBeGreaterThan(0);
  expect(await suggestEps(createMatrix([[1], [1], [1]]), 2)).toBe(0);
  expect(await suggestEps(createMatrix([[1], [2]]), 3)).toBe(0);
});
