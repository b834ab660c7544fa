import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { coAssociation } from "../../../src/clustering/consensus/co-association.js";
import { consensusClustering } from "../../../src/clustering/consensus/consensus-clustering.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { largestGap } from "../golden.js";

/** By numpy and SciPy; made by tests/golden/consensus.py. */
interface Golden {
  readonly planted: readonly { labelings: number[][]; coAssociation: number[] }[];
  readonly tieFree: {
    labelings: number[][];
    left: number[];
    right: number[];
    height: number[];
    cuts: { k: number; labels: number[] }[];
  };
}
const golden = JSON.parse(readFileSync(new URL("../../golden/consensus.json", import.meta.url), "utf8")) as Golden;

test.each([0, 1, 2])("shares of labelings are numpy's, noise included (case %i)", async (at) => {
  const { labelings, coAssociation: expected } = golden.planted[at]!;
  expect([...(await coAssociation(labelings))]).toEqual(expected);
});

test("its tree is SciPy's average linkage on 1 − co-association", async () => {
  const { labelings, left, right, height } = golden.tieFree;
  const { tree } = await consensusClustering(labelings, { k: 3 });
  expect([...tree.left]).toEqual(left);
  expect([...tree.right]).toEqual(right);
  expect(largestGap(tree.height, height)).toBeLessThan(1e-12);
});

test("its cuts are those of SciPy's tree, for every k", async () => {
  const { labelings, cuts } = golden.tieFree;
  for (const { k, labels } of cuts) {
    const cut = await consensusClustering(labelings, { k });
    expect(cut.clusters).toBe(k);
    expect(adjustedRandIndex(cut.labels, labels)).toBe(1);
  }
});

test("labelings that agree give their own partition, whatever their numbers", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 }), async (truth) => {
      const k = new Set(truth).size;
      const renamed = truth.map((label) => 9 - 2 * label);
      const { labels, clusters, cohesion, agreement } = await consensusClustering([truth, renamed, truth], { k });
      expect(clusters).toBe(k);
      expect(adjustedRandIndex(labels, truth)).toBe(1);
      expect([...cohesion]).toEqual(new Array(k).fill(1));
      expect([...agreement]).toEqual([1, 1, 1]);
    }),
  );
});

test("puts the pieces of groups together again", async () => {
  // three groups of four; each labeling cuts one or two of them in its own way
  const truth = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
  const pieces = [
    [0, 0, 3, 3, 1, 1, 1, 1, 2, 2, 2, 2],
    [0, 3, 3, 0, 1, 1, 4, 4, 2, 2, 2, 2],
    [0, 0, 0, 0, 1, 4, 4, 1, 2, 5, 2, 5],
    [0, 3, 0, 3, 1, 1, 1, 1, 2, 2, 5, 5],
  ];
  for (const linkage of ["average", "single"] as const) {
    const { labels, tree } = await consensusClustering(pieces, { k: 3, linkage });
    expect([...labels]).toEqual(truth);
    // no labeling joins two groups
    expect([...tree.height.slice(-2)]).toEqual([1, 1]);
  }
});

test("does not part rows that no labeling parts, even for a larger k", async () => {
  const { labels, clusters } = await consensusClustering([[5, 5, 5, 8, 8]], { k: 4 });
  expect([...labels]).toEqual([0, 0, 0, 1, 1]);
  expect(clusters).toBe(2);
});

test("a row that more than half of the labelings call noise is noise, and the others do not lose their place", async () => {
  const { labels, rows, cohesion, tree } = await consensusClustering(
    [
      [-1, 0, 0, 0, 1, 1],
      [-1, 0, 0, 0, 1, -1],
      [0, 0, 0, -1, 1, 1],
    ],
    { k: 2 },
  );
  expect([...labels]).toEqual([-1, 0, 0, 0, 1, 1]);
  expect([...rows]).toEqual([1, 2, 3, 4, 5]);
  expect(tree.rows).toBe(5);
  // the pairs (1, 3) and (2, 3) are together in two of three labelings, (1, 2) in all
  expect(cohesion[0]).toBeCloseTo((1 + 2 / 3 + 2 / 3) / 3, 12);
  expect(cohesion[1]).toBeCloseTo(2 / 3, 12);
});

test("rows that are noise everywhere leave no clusters", async () => {
  const { labels, clusters, tree } = await consensusClustering([[-1, -1, -1]], { k: 1 });
  expect([...labels]).toEqual([-1, -1, -1]);
  expect([clusters, tree.rows]).toEqual([0, 0]);
});

test("two labelings that are noise to each other's half do not tie into one cluster", async () => {
  // half of two is not more than half
  const { labels } = await consensusClustering(
    [
      [0, 0, -1, -1],
      [-1, -1, 0, 0],
    ],
    { k: 2 },
  );
  expect([...labels]).toEqual([0, 0, 1, 1]);
});

test("refuses labelings that are not of the same rows, labels that are none, and a k it cannot give", async () => {
  const refuse = (labelings: number[][], k = 1) => expect(consensusClustering(labelings, { k })).rejects;
  await refuse([]).toThrow("there are no labelings; give at least one");
  await refuse([[0, 1, 1], [0]]).toThrow("labeling 2 has 1 labels, the first one 3; take the same rows");
  await refuse([[0, 0.5]]).toThrow(
    "labeling 1 gives row 2 the label 0.5; labels are whole numbers, negative for noise",
  );
  await refuse([[0, 1, -1]], 3).toThrow("k is 3; choose a whole number from 1 to 2, the rows that are not noise");
  await refuse([[0, 1]], 0).toThrow("k is 0");
  await expect(consensusClustering([[0, 1]], { k: 1, linkage: "ward" as "single" })).rejects.toThrow(
    'linkage is "ward"; choose average, single',
  );
});

test("says before it starts that the pairs would not fit, and what to do", async () => {
  const rows = 400_000;
  const own = Int32Array.from({ length: rows }, (_, i) => i);
  await expect(consensusClustering([own], { k: 2 })).rejects.toThrow(
    /^consensus of 400,000 rows would keep 640\.0 GB of distances, .*; cluster a sample and assign all rows: clusterSample$/,
  );
  await expect(coAssociation([own])).rejects.toThrow(/; take a sample of the rows: sampleRows$/);
  // the same rows are no load where labelings tell few of them apart
  const { clusters } = await consensusClustering([own.map((i) => i % 3), own.map((i) => i % 2)], { k: 6 });
  expect(clusters).toBe(6);
});
