import { expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import type { Clustering } from "../../../src/clustering/clusterer.js";
import { findAtoms } from "../../../src/clustering/mixture/find-atoms.js";
import { mixtureMemberships } from "../../../src/clustering/mixture/mixture-memberships.js";
import { predictClusters } from "../../../src/clustering/predict-clusters.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { largestGap } from "../golden.js";
import { readTable } from "../golden-more.js";
import { plantedBlobs } from "../planted.js";

function modelOf({ model }: Clustering) {
  if (model.kind !== "mixture") throw new Error("no mixture");
  return model;
}

test("BIC and AIC equal scikit-learn's, full and diagonal", async () => {
  for (const name of ["iris-like", "varied-variance"]) {
    const { matrix, mixture } = readTable(name);
    const golden = mixture.filter(({ components }) => components === 1);
    expect(golden).toHaveLength(2);
    for (const { covariance, bic, aic, weights } of golden) {
      const model = modelOf(await cluster(matrix, "gaussian-mixture", { k: 1, covariance }));
      expect(largestGap([model.bic, model.aic], [bic, aic])).toBeLessThan(1e-9);
      expect([...model.weights]).toEqual(weights);
    }
  }
});

test("BIC finds the number of planted groups", async () => {
  const { matrix } = plantedBlobs();
  const scores: number[] = [];
  for (const k of [1, 2, 3, 4, 5]) scores.push(modelOf(await cluster(matrix, "gaussian-mixture", { k })).bic);
  expect(scores.indexOf(Math.min(...scores)) + 1).toBe(3);
});

test("memberships sum to 1, and the largest is the row's label, for its own rows and for new ones", async () => {
  const { matrix } = plantedBlobs();
  const clustering = await cluster(matrix, "gaussian-mixture", { k: 4 });
  for (const rows of [matrix, plantedBlobs(7).matrix]) {
    const { memberships, labels } = mixtureMemberships(clustering, rows);
    for (let i = 0; i < rows.rows; i++) {
      const own = memberships.subarray(i * 4, (i + 1) * 4);
      expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(own[labels[i]!]).toBe(Math.max(...own));
    }
    expect(predictClusters(clustering, rows)).toEqual(labels);
  }
  expect(mixtureMemberships(clustering, matrix).labels).toEqual(clustering.labels);
});

test("knows no soft membership of other algorithms", async () => {
  const { matrix } = plantedBlobs();
  const clustering = await cluster(matrix, "kmeans", { k: 3 });
  expect(() => mixtureMemberships(clustering, matrix)).toThrow(
    'kmeans knows no soft membership; fit "gaussian-mixture" to have probabilities',
  );
});

test("warns of a column in which many rows share one value: there BIC falls for ever", async () => {
  const random = createRandom(5);
  const rows = Array.from({ length: 300 }, (_, i) => [random.normal(), i % 3 === 0 ? 0 : random.normal() + 2]);
  const matrix = createMatrix(rows, ["spend", "returns"]);
  expect(await findAtoms(matrix)).toEqual([{ column: "returns", value: 0, share: 1 / 3 }]);
  const clustering = await cluster(matrix, "gaussian-mixture", { k: 2, seed: 1 });
  expect(clustering.warnings?.[0]).toMatch(
    /^many rows share one value in returns \(33 %\): components can shrink onto/,
  );
  const fits = await Promise.all([1, 2].map((k) => cluster(matrix, "gaussian-mixture", { k })));
  const [one, two] = fits.map((fit) => modelOf(fit).bic);
  expect(two!).toBeLessThan(one! - 500);
  expect(clustering.warnings?.[1]).toMatch(/^collapsed in at least one direction: component 1 \(33\.3 % of the rows\)/);
});

test("does not warn where all is well, nor of a constant column, but of iterations that ran out", async () => {
  const { matrix } = plantedBlobs();
  expect((await cluster(matrix, "gaussian-mixture", { k: 3 })).warnings).toEqual([]);
  const rows = Array.from({ length: 100 }, (_, i) => [matrix.data[i * 3]!, 7]);
  expect(await findAtoms(createMatrix(rows))).toEqual([]);
  const early = await cluster(matrix, "gaussian-mixture", { k: 5, maxIterations: 1 });
  expect(modelOf(early).converged).toBe(false);
  expect(early.warnings?.[0]).toBe(
    "the likelihood still grew after 1 iterations; raise maxIterations or the tolerance",
  );
});

test("more starts never give a smaller likelihood", async () => {
  const { matrix } = readTable("uniform");
  const likelihood = async (starts: number) =>
    modelOf(await cluster(matrix, "gaussian-mixture", { k: 4, starts, tolerance: 1e-9, maxIterations: 2000 }))
      .logLikelihood;
  const [one, five] = [await likelihood(1), await likelihood(5)];
  expect(five).toBeGreaterThanOrEqual(one - 1e-6);
});
