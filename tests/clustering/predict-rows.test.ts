import { expect, test } from "vitest";
import { cluster } from "../../src/clustering/cluster.js";
import { approximateLabels } from "../../src/clustering/density/approximate-labels.js";
import { mixtureMemberships } from "../../src/clustering/mixture/mixture-memberships.js";
import { predictRows } from "../../src/clustering/predict-rows.js";
import { predictorOf } from "../../src/clustering/predictor.js";
import { createMatrix, type Matrix } from "../../src/core/matrix.js";
import { plantedBlobs } from "./planted.js";

const fitted = createMatrix([[0], [0], [0], [10], [10]], ["spend"]);

async function marginsOf(algorithm: string, options: Record<string, unknown>, rows: Matrix, learnt = fitted) {
  const { labels, margins } = predictRows(predictorOf(await cluster(learnt, algorithm, options)), rows);
  return [...labels].map((label, i) => [label, margins[i]]);
}

test("by centres the margin is how much farther the second is, as a share: 1 at a centre, 0 midway", async () => {
  const rows = createMatrix([[0], [5], [2], [-10], [8]], ["spend"]);
  for (const algorithm of ["kmeans", "hierarchical"]) {
    expect(await marginsOf(algorithm, { k: 2 }, rows)).toEqual([
      [0, 1],
      [expect.any(Number), 0],
      [0, (8 - 2) / 8],
      [0, (20 - 10) / 20],
      [1, (8 - 2) / 8],
    ]);
  }
});

test("one centre alone has no margin, and two in one place have none left", async () => {
  expect(await marginsOf("kmeans", { k: 1 }, fitted)).toEqual(new Array(5).fill([0, Number.NaN]));
  // average linkage may cut equal means apart: 0 between -1 and 1, and the pair around it
  const ring = createMatrix([[-1], [1], [0]], ["spend"]);
  const centres = createMatrix([[0], [0]], ["spend"]);
  expect([...predictRows({ kind: "centres", centres }, ring).margins]).toEqual([0, 0, 0]);
});

test("by core points it is 1 − distance / eps: 1 on one, 0 at eps, none for noise", async () => {
  const rows = createMatrix([[0], [1], [2], [2.5], [9]], ["spend"]);
  expect(await marginsOf("dbscan", { eps: 2, minPoints: 2 }, rows)).toEqual([
    [0, 1],
    [0, 0.5],
    [0, 0],
    [-1, Number.NaN],
    [1, 0.5],
  ]);
  expect(await marginsOf("dbscan", { eps: 0, minPoints: 2 }, createMatrix([[10], [9]], ["spend"]))).toEqual([
    [1, 1],
    [-1, Number.NaN],
  ]);
});

test("of a mixture it is the probability, of HDBSCAN the strength, none for noise", async () => {
  const { matrix } = plantedBlobs();
  const rows = createMatrix(
    [
      [0, 0, 0],
      [6, 0, 2],
      [500, 500, 500],
    ],
    ["x1", "x2", "x3"],
  );
  const mixture = await cluster(matrix, "gaussian-mixture", { k: 3 });
  const { memberships } = mixtureMemberships(mixture, rows);
  const told = predictRows(predictorOf(mixture), rows);
  expect([...told.margins]).toEqual([0, 1, 2].map((i) => Math.max(...memberships.subarray(i * 3, i * 3 + 3))));
  const hdbscan = await cluster(matrix, "hdbscan", { minClusterSize: 10, minSamples: 4 });
  if (hdbscan.model.kind !== "density-tree") throw new Error("no tree");
  const { labels, strengths } = approximateLabels(hdbscan, hdbscan.model, rows);
  expect(labels[0]).toBeGreaterThanOrEqual(0);
  expect(labels[2]).toBe(-1);
  const { margins } = predictRows(predictorOf(hdbscan), rows);
  expect([...margins]).toEqual(Array.from(strengths, (strength, i) => (labels[i]! < 0 ? Number.NaN : strength)));
});

test("every margin of a planted cluster's own rows lies from 0 to 1", async () => {
  const { matrix } = plantedBlobs();
  for (const [algorithm, options] of [
    ["kmeans", { k: 6 }],
    ["hierarchical", { k: 6, linkage: "average" }],
    ["gaussian-mixture", { k: 3 }],
    ["dbscan", { minPoints: 4 }],
    ["optics", { minPoints: 4 }],
    ["hdbscan", { minClusterSize: 5, minSamples: 3 }],
  ] as const) {
    const { labels, margins } = predictRows(predictorOf(await cluster(matrix, algorithm, options)), matrix);
    labels.forEach((label, i) => {
      if (label < 0) expect(margins[i]).toBeNaN();
      else expect(margins[i]! >= 0 && margins[i]! <= 1, `${algorithm}: ${margins[i]}`).toBe(true);
    });
  }
});
