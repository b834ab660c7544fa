import { expect, test } from "vitest";
import { meanCentres as fromSums, sumRows } from "../../../src/clustering/kmeans/mean-centres.js";

function meanCentres(data: Float64Array, width: number, labels: Int32Array, centres: Float64Array): Float64Array {
  const rowSums = { sums: new Float64Array(centres.length), counts: new Int32Array(centres.length / width) };
  sumRows(data, width, labels, rowSums);
  return fromSums(data, width, labels, centres, rowSums);
}

test("moves a centre to the mean of its rows", () => {
  const data = Float64Array.of(0, 0, 2, 4, 9, 9);
  expect([...meanCentres(data, 2, Int32Array.of(1, 1, 0), new Float64Array(4))]).toEqual([9, 9, 1, 2]);
});

test("takes the farthest rows out of their clusters for centres without rows", () => {
  const data = Float64Array.of(0, 1, 2, 10, 20);
  const centres = meanCentres(data, 1, new Int32Array(5), Float64Array.of(1, 500, 600));
  expect([...centres]).toEqual([1, 20, 10]);
});

test("leaves a centre without rows where every row sits on its centre", () => {
  expect([...meanCentres(Float64Array.of(3, 3), 1, Int32Array.of(0, 0), Float64Array.of(3, 8))]).toEqual([3, 8]);
});
