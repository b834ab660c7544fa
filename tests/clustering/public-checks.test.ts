import { expect, test } from "vitest";
import { type Linkage, mergeTree } from "../../src/clustering/hierarchical/merge-tree.js";
import { silhouettes } from "../../src/clustering/metrics/silhouettes.js";
import { createMatrix } from "../../src/core/matrix.js";
import { principalComponents } from "../../src/core/principal-components.js";

const holed = createMatrix([
  [1, 2],
  [Number.NaN, 3],
  [4, 5],
]);
const whole = createMatrix([[1], [2], [3]]);

test("a tree of a matrix with a hole is refused, naming row and column", async () => {
  await expect(mergeTree(holed)).rejects.toThrow(
    'row "2" has NaN in column "x1"; mend the value or drop the row first',
  );
});

test("an unknown linkage is refused with the known ones", async () => {
  await expect(mergeTree(whole, { linkage: "wards" as Linkage })).rejects.toThrow(
    'linkage is "wards"; choose ward, complete, average, single, weighted, centroid, median',
  );
});

test("silhouettes need one label a row", async () => {
  await expect(silhouettes(whole, [Int32Array.of(0, 1)])).rejects.toThrow("2 labels for 3 rows; give one label a row");
});

test("components of a matrix with a hole are refused", () => {
  expect(() => principalComponents(holed)).toThrow(
    'row "2" has NaN in column "x1"; mend the value or drop the row first',
  );
});
