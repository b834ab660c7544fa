import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import type { Clustering, HdbscanModel } from "../../../src/clustering/clusterer.js";
import { approximateLabels } from "../../../src/clustering/density/approximate-labels.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { predictClusters } from "../../../src/clustering/predict-clusters.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { buildFeatures } from "../../../src/features/build-features.js";
import { prepareMatrix } from "../../../src/features/matrix/prepare-matrix.js";
import { openSales } from "../../../src/sales/open-sales.js";
import { hasRealData, realData } from "../../real-data.js";
import { densityNames, readDensityGolden } from "../density-golden.js";

const modelOf = ({ model }: Clustering): HdbscanModel => {
  if (model.kind !== "density-tree") throw new Error(`a model of ${model.kind}`);
  return model;
};
const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

describe.each(densityNames.filter((name) => name !== "duplicates"))("%s", (name) => {
  const { matrix, hdbscan } = readDensityGolden(name);

  test("gives scikit-learn's clusters and strengths, and hdbscan's outlier scores", async () => {
    expect(hdbscan).toHaveLength(5);
    for (const golden of hdbscan) {
      const { minClusterSize, minSamples, selection, allowSingleCluster } = golden;
      const options = { minClusterSize, minSamples, selection, allowSingleCluster };
      const clustering = await cluster(matrix, "hdbscan", options);
      expect(adjustedRandIndex(clustering.labels, golden.labels)).toBe(1);
      const { strengths, outlierScores } = modelOf(clustering);
      expect(farthest(strengths, golden.strengths)).toBeLessThan(1e-9);
      expect(farthest(outlierScores, golden.outlierScores)).toBeLessThan(1e-9);
    }
  });

  test("gives the labels of scikit-learn as it is, where the order of rows does not change those", async () => {
    const firm = hdbscan.filter(({ plainLabels }) => plainLabels);
    expect(firm.length).toBeGreaterThan(1);
    for (const { minClusterSize, minSamples, selection, allowSingleCluster, plainLabels } of firm) {
      const options = { minClusterSize, minSamples, selection, allowSingleCluster };
      expect(adjustedRandIndex((await cluster(matrix, "hdbscan", options)).labels, plainLabels!)).toBe(1);
    }
  });
});

test("rows that are all the same are one cluster, too few of them are noise", async () => {
  const same = (rows: number) => createMatrix(Array.from({ length: rows }, () => [1, 2]));
  const options = { minClusterSize: 5, minSamples: 3 };
  expect([...(await cluster(same(6), "hdbscan", options)).labels]).toEqual([0, 0, 0, 0, 0, 0]);
  expect([...(await cluster(same(4), "hdbscan", options)).labels]).toEqual([-1, -1, -1, -1]);
  const alone = await cluster(same(1), "hdbscan", options);
  expect([...alone.labels]).toEqual([-1]);
  expect([...modelOf(alone).outlierScores]).toEqual([0]);
});

test("enough equal rows are infinitely dense: they hold together, and what lies beside them is as far out as can be", async () => {
  const matrix = createMatrix([...new Array(6).fill([0]), ...new Array(6).fill([9]), [0.5], [40]] as number[][]);
  const clustering = await cluster(matrix, "hdbscan", { minClusterSize: 5, minSamples: 3 });
  expect([...clustering.labels]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, -1]);
  const { strengths, outlierScores } = modelOf(clustering);
  expect([...strengths]).toEqual([...new Array(12).fill(1), 0, 0]);
  expect([...outlierScores]).toEqual([...new Array(12).fill(0), 1, 1]);
});

test("its tree accounts for every row and every split", async () => {
  const { matrix } = readDensityGolden("varied");
  const { tree, chosen } = modelOf(await cluster(matrix, "hdbscan", { minClusterSize: 5, minSamples: 5 }));
  expect(tree.size[0]).toBe(matrix.rows);
  const left = new Int32Array(tree.size.length);
  for (const cluster of tree.rowCluster) left[cluster]!++;
  for (let c = tree.size.length - 1; c >= 0; c--) {
    expect(left[c]).toBe(tree.size[c]);
    expect(tree.death[c]).toBeGreaterThanOrEqual(tree.birth[c]!);
    if (c > 0) {
      expect(tree.parent[c]).toBeLessThan(c);
      expect(tree.birth[c]).toBeLessThanOrEqual(tree.death[tree.parent[c]!]!);
      left[tree.parent[c]!]! += left[c]!;
    }
  }
  expect(chosen.length).toBeGreaterThan(1);
});

test.each(densityNames)("places new rows of %s where hdbscan's approximate_predict does", async (name) => {
  const { matrix, prediction } = readDensityGolden(name);
  const { minClusterSize, minSamples } = prediction;
  const clustering = await cluster(matrix, "hdbscan", { minClusterSize, minSamples });
  const rows = createMatrix(Float64Array.from(prediction.rows), matrix.columns);
  const { labels, strengths } = approximateLabels(clustering, modelOf(clustering), rows);
  expect(adjustedRandIndex(labels, prediction.labels)).toBe(1);
  expect(new Set(labels).size).toBeGreaterThan(1);
  expect(farthest(strengths, prediction.strengths)).toBeLessThan(1e-9);
  expect(predictClusters(clustering, rows)).toEqual(labels);
});

test.skipIf(!hasRealData)("gives scikit-learn's clusters of the real customers", async () => {
  const sales = await openSales({ data: realData });
  const matrix = prepareMatrix(await buildFeatures(sales));
  sales.close();
  const path = new URL("../../golden/density-real.json", import.meta.url);
  const golden = JSON.parse(readFileSync(path, "utf8")) as RealGolden;
  expect(matrix.rows).toBe(golden.rows);
  for (const { minClusterSize, minSamples, ...expected } of golden.hdbscan) {
    const clustering = await cluster(matrix, "hdbscan", { minClusterSize, minSamples });
    const sizes = Array.from(
      { length: clustering.clusters },
      (_, c) => clustering.labels.filter((l) => l === c).length,
    );
    expect(sizes).toEqual(expected.sizes);
    expect(clustering.labels.filter((label) => label < 0)).toHaveLength(expected.noise);
    const { strengths, outlierScores } = modelOf(clustering);
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(Math.abs(sum(strengths) / expected.strengths - 1)).toBeLessThan(1e-9);
    expect(Math.abs(sum(outlierScores) / expected.outlierScores - 1)).toBeLessThan(1e-9);
  }
});

interface RealGolden {
  readonly rows: number;
  readonly hdbscan: {
    minClusterSize: number;
    minSamples: number;
    sizes: number[];
    noise: number;
    strengths: number;
    outlierScores: number;
  }[];
}
