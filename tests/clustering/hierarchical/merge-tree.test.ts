import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copheneticCorrelation } from "../../../src/clustering/hierarchical/cophenetic-correlation.js";
import { cutTree } from "../../../src/clustering/hierarchical/cut-tree.js";
import { cutTreeAtHeight } from "../../../src/clustering/hierarchical/cut-tree-at-height.js";
import { leafOrder } from "../../../src/clustering/hierarchical/leaf-order.js";
import { type Linkage, linkages, mergeTree } from "../../../src/clustering/hierarchical/merge-tree.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { largestGap, plainTree, readGolden, tieFreeNames } from "../golden.js";
import { readTable, tableNames } from "../golden-more.js";
import { mapMatrix, noise } from "../planted.js";

const isMonotone = (linkage: Linkage) => linkage !== "centroid" && linkage !== "median";
const goldenTree = (name: string, linkage: Linkage) =>
  readTable(name).linkage[linkage] ?? readGolden(name).linkage[linkage]!;

describe.each(tieFreeNames)("%s", (name) => {
  test.each([...linkages])("%s linkage gives SciPy's tree, cuts and cophenetic correlation", async (linkage) => {
    const { matrix } = readGolden(name);
    const golden = goldenTree(name, linkage);
    const tree = await mergeTree(matrix, { linkage });
    expect(plainTree(tree)).toEqual(plainTree(golden));
    expect(largestGap(tree.height, golden.height)).toBeLessThan(1e-9);
    expect(adjustedRandIndex(cutTree(tree, golden.cut.k), golden.cut.labels)).toBe(1);
    expect(adjustedRandIndex(cutTreeAtHeight(tree, golden.cutAtHeight.height), golden.cutAtHeight.labels)).toBe(1);
    expect(Math.abs((await copheneticCorrelation(tree, matrix)) - golden.copheneticCorrelation)).toBeLessThan(1e-9);
  });
});

test("keeps the merges that lie below one before them: they are in the golden trees", async () => {
  let inversions = 0;
  for (const name of tableNames.filter((each) => each !== "duplicates")) {
    const { matrix, linkage: trees } = readTable(name);
    for (const linkage of ["centroid", "median"] as const) {
      const { height } = await mergeTree(matrix, { linkage });
      expect(largestGap(height, trees[linkage]!.height)).toBeLessThan(1e-9);
      const below = height.filter((value, m) => m > 0 && value < height[m - 1]!).length;
      expect(below).toBe(trees[linkage]!.inversions);
      inversions += below;
    }
  }
  expect(inversions).toBeGreaterThan(50);
});

test("keeps its heights on data far from the origin", async () => {
  // on a grid the shift itself is exact
  const grid = mapMatrix(readGolden("blobs").matrix, (value) => Math.round(value * 1024) / 1024);
  const far = mapMatrix(grid, (value) => value + 2 ** 40);
  for (const linkage of linkages) {
    const { height } = await mergeTree(far, { linkage });
    expect(largestGap(height, (await mergeTree(grid, { linkage })).height)).toBeLessThan(1e-9);
  }
});

test("joins the nearest first: a tree by hand", async () => {
  const matrix = createMatrix([[0], [1], [5], [7], [20]]);
  const expected = {
    single: [1, 2, 4, 13],
    complete: [1, 2, 7, 20],
    average: [1, 2, 5.5, 16.75],
    weighted: [1, 2, 5.5, 16.75],
    centroid: [1, 2, 5.5, 16.75],
    median: [1, 2, 5.5, 16.75],
  };
  for (const [linkage, heights] of Object.entries(expected)) {
    const tree = await mergeTree(matrix, { linkage: linkage as keyof typeof expected });
    expect([...tree.height]).toEqual(heights);
    expect([...tree.left]).toEqual([0, 2, 5, 4]);
    expect([...tree.right]).toEqual([1, 3, 6, 7]);
    expect([...tree.size]).toEqual([2, 2, 4, 5]);
  }
});

test("ties and equal rows give a whole tree with heights in order, cut into k for every k", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...linkages),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
        minLength: 1,
        maxLength: 40,
      }),
      async (linkage, rows) => {
        const tree = await mergeTree(createMatrix(rows), { linkage });
        const count = rows.length;
        if (isMonotone(linkage)) expect([...tree.height]).toEqual([...tree.height].sort((a, b) => a - b));
        expect(new Set(cutTreeAtHeight(tree, Math.max(0, ...tree.height))).size).toBe(1);
        const joined = [...tree.left, ...tree.right].sort((a, b) => a - b);
        expect(joined).toEqual(Array.from({ length: 2 * (count - 1) }, (_, i) => i));
        for (let m = 0; m < count - 1; m++) {
          expect(tree.left[m]!).toBeLessThan(tree.right[m]!);
          expect(tree.right[m]!).toBeLessThan(count + m);
        }
        for (let k = 1; k <= count; k++) expect(new Set(cutTree(tree, k)).size).toBe(k);
        expect([...leafOrder(tree)].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
      },
    ),
    { numRuns: 100 },
  );
});

test("leaves stand so that the rows of every cluster are neighbours", async () => {
  const tree = await mergeTree(noise(60, 2));
  const order = leafOrder(tree);
  for (const k of [2, 5, 17]) {
    const labels = cutTree(tree, k);
    const changes = [...order].filter((row, p) => p > 0 && labels[row] !== labels[order[p - 1]!]);
    expect(changes).toHaveLength(k - 1);
  }
});

test("cuts at a height inclusively", async () => {
  const tree = await mergeTree(createMatrix([[0], [1], [5]]), { linkage: "single" });
  expect([...cutTreeAtHeight(tree, 0.99)]).toEqual([0, 1, 2]);
  expect([...cutTreeAtHeight(tree, 1)]).toEqual([0, 0, 1]);
  expect([...cutTreeAtHeight(tree, 4)]).toEqual([0, 0, 0]);
});

test("refuses a k that the tree cannot give", async () => {
  const tree = await mergeTree(noise(5, 2));
  expect(() => cutTree(tree, 6)).toThrow("k is 6; choose a whole number from 1 to 5, the rows");
});

test("an equilateral triangle merges below its first height: cut there, it is whole or in single rows", async () => {
  const matrix = createMatrix([
    [0, 0],
    [1, 0],
    [0.5, 0.9],
  ]);
  const tree = await mergeTree(matrix, { linkage: "centroid" });
  expect(largestGap(tree.height, [1, 0.9])).toBeLessThan(1e-12);
  expect([...cutTreeAtHeight(tree, 0.95)]).toEqual([0, 1, 2]);
  expect([...cutTreeAtHeight(tree, 1)]).toEqual([0, 0, 0]);
  expect([...cutTree(tree, 2)]).toEqual([0, 0, 1]);
});

test("refuses to keep more distances than fit before it starts, and names the linkages that keep none", async () => {
  const matrix = createMatrix(new Float64Array(2_000_000), ["x"]);
  const began = performance.now();
  for (const linkage of ["complete", "average", "weighted"] as const) {
    await expect(mergeTree(matrix, { linkage })).rejects.toThrow(
      new RegExp(
        `^${linkage} linkage of 2,000,000 rows would keep 16,000.0 GB of distances, this machine can give .* GB ` +
          `\\(about .* rows\\); use linkage "ward", "single", "centroid" or "median", which keep none, or cluster a sample and assign all rows: clusterSample$`,
      ),
    );
  }
  expect(performance.now() - began).toBeLessThan(2000);
});

test("the cophenetic correlation is NaN where nothing varies", async () => {
  const matrix = createMatrix([[1], [1], [1]]);
  expect(await copheneticCorrelation(await mergeTree(matrix), matrix)).toBeNaN();
  const pair = createMatrix([[1], [2]]);
  expect(await copheneticCorrelation(await mergeTree(pair), pair)).toBeNaN();
});
