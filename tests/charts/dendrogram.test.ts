import { expect, test } from "vitest";
import { dendrogram } from "../../src/charts/dendrogram.js";
import { dendrogramLayout } from "../../src/charts/dendrogram-layout.js";
import { titleOf } from "./render.js";

// points 0, 1 | 10, 11, 13 on a line, single linkage: {0,1} at 1, {2,3} at 1, {2,3,4} at 2, all at 9
const tree = {
  rows: 5,
  left: Int32Array.of(0, 2, 4, 5),
  right: Int32Array.of(1, 3, 6, 7),
  height: Float64Array.of(1, 1, 2, 9),
  size: Int32Array.of(2, 2, 3, 5),
};

test("cuts half way between the last merge kept and the first undone", () => {
  expect(titleOf(dendrogram(tree, { k: 2 }))).toBe(
    "Cut into 2 groups at height 5.5: the largest holds 60.0 % of the customers, the smallest 40.0 %",
  );
});

test("numbers the clusters of the cut by size, ties by the smallest row", () => {
  expect(dendrogramLayout(tree, 2, 5).sizes).toEqual([3, 2]);
  const leaves = dendrogramLayout(tree, 3, 5).leaves;
  // {0,1} and {2,3} are equally large: the one with row 0 comes first; row 4 is alone
  expect(leaves.map((leaf) => leaf.cluster)).toEqual([0, 0, 2, 1, 1]);
});

test("draws no more leaves than asked for, each with the customers it stands for", () => {
  const { leaves, branches } = dendrogramLayout(tree, 2, 3);
  expect(leaves.map((leaf) => leaf.customers)).toEqual([2, 1, 2]);
  expect(branches).toHaveLength(3 * 2);
  expect(branches[branches.length - 1]).toMatchObject({ y: 9, y2: 9, customers: 5, cluster: -1 });
});

test("puts every row into one cluster for k = 1 and each into its own for k = rows", () => {
  expect(dendrogramLayout(tree, 1, 5).leaves.every((leaf) => leaf.cluster === 0)).toBe(true);
  expect(dendrogramLayout(tree, 5, 5).leaves.map((leaf) => leaf.cluster)).toEqual([0, 1, 4, 2, 3]);
  expect(titleOf(dendrogram(tree, { k: 1 }))).toContain("Cut into 1 group at");
  expect(titleOf(dendrogram(tree, { k: 5 }))).toContain("at height 0.5");
});

test("refuses a cut that the tree does not have", () => {
  expect(() => dendrogram(tree, { k: 6 })).toThrow("cannot cut a tree of 5 rows into 6 groups; give k from 1 to 5");
});
