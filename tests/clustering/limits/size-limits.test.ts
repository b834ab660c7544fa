import { describe, expect, test } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import type { Clustering, MergeTree } from "../../../src/clustering/clusterer.js";
import { copheneticCorrelation } from "../../../src/clustering/hierarchical/cophenetic-correlation.js";
import { mergeTree } from "../../../src/clustering/hierarchical/merge-tree.js";
import { checkBytes } from "../../../src/clustering/limits/check-bytes.js";
import { checkPairs } from "../../../src/clustering/limits/check-pairs.js";
import { densityValidity } from "../../../src/clustering/metrics/density-validity.js";
import { dunnIndex } from "../../../src/clustering/metrics/dunn-index.js";
import { matchedContingency } from "../../../src/clustering/metrics/matched-contingency.js";
import { silhouettes } from "../../../src/clustering/metrics/silhouettes.js";
import { mixtureMemberships } from "../../../src/clustering/mixture/mixture-memberships.js";
import { clusterSample } from "../../../src/clustering/sample/cluster-sample.js";
import { noise } from "../planted.js";

const million = { data: new Float64Array(2_000_000), rows: 1_000_000, columns: ["a", "b"], ids: [] };
const pairs = "of 1,000,000 rows would compare 500 billion pairs, more than an hour of work";
const most = "(at most 1,000,000 rows of 2 columns)";
const larger = { data: new Float64Array(2_400_000), rows: 1_200_000, columns: ["a", "b"], ids: [] };
const largerPairs = "of 1,200,000 rows would compare 720 billion pairs, more than an hour of work";

test("a count of pairs is refused by its size alone, on every machine", () => {
  const wide = { rows: 1_000_000, columns: Array.from({ length: 12 }, (_, j) => `x${j}`) };
  expect(() => checkPairs("silhouettes", { ...wide, rows: 612_372 }, "sample")).not.toThrow();
  expect(() => checkPairs("silhouettes", wide, "take a sample")).toThrow(
    `silhouettes ${pairs} (at most 612,372 rows of 12 columns); take a sample`,
  );
});

test("bytes are refused with the size, what there is and what to do", () => {
  expect(() => checkBytes("memberships", 10e9, "choose a smaller k", 10e9)).not.toThrow();
  expect(() => checkBytes("memberships", 10.1e9, "choose a smaller k", 10e9)).toThrow(
    "memberships would keep 10.1 GB, this machine can give 10.0 GB; choose a smaller k",
  );
});

describe("what compares all pairs of rows says before it starts that it would take hours", () => {
  const labels = new Int32Array(1_200_000);
  const tree = { rows: 1_200_000 } as MergeTree;
  const refused = (what: string, instead: string) => `${what} ${largerPairs} ${most}; ${instead}`;
  const sampled = "take a sample of the rows: sampleRows";
  test.each([
    ["silhouettes", () => silhouettes(larger, [labels]), sampled],
    ["the Dunn index", () => dunnIndex(larger, labels), sampled],
    ["density validity", () => densityValidity(larger, labels), sampled],
    ["the cophenetic correlation", () => copheneticCorrelation(tree, larger), "build the tree of a sample: sampleRows"],
    [
      "ward linkage",
      () => mergeTree(larger),
      'cluster a sample and assign all rows: clusterSample, or use "minibatch-kmeans"',
    ],
    [
      "OPTICS without maxEps",
      () => cluster(larger, "optics"),
      'choose a maxEps, use "hdbscan", or cluster a sample and assign all rows: clusterSample',
    ],
    [
      "ward linkage",
      () => clusterSample(larger, "hierarchical", { by: "micro-clusters", microClusters: 1_200_000 }),
      "choose fewer microClusters",
    ],
  ] as const)("%s", async (what, run, instead) => {
    const began = performance.now();
    await expect(run()).rejects.toMatchObject({ code: "too-large", message: refused(what, instead) });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test("what keeps a number for each row and component says so before it starts", async () => {
  await expect(cluster(million, "gaussian-mixture", { k: 500_000 })).rejects.toThrow(
    /^memberships of 1,000,000 rows in 500,000 components would keep 4,000\.0 GB, this machine can give .* GB; choose a smaller k, or cluster a sample and assign all rows: clusterSample$/,
  );
  const many = 500_000;
  const means = { data: new Float64Array(many * 2), rows: many, columns: ["a", "b"], ids: [] };
  const weights = new Float64Array(many).fill(1 / many);
  const model = { kind: "mixture", covariance: "diagonal", weights, means, covariances: means.data } as const;
  const clustering = { algorithm: "gaussian-mixture", model } as unknown as Clustering;
  expect(() => mixtureMemberships(clustering, million)).toThrow(
    / would keep 4,000\.0 GB, .*; give it the rows in parts$/,
  );
});

test("evidence accumulation says so before its labelings are made", async () => {
  await expect(cluster(million, "consensus", { k: 3 })).rejects.toThrow(
    /^consensus of 1,000,000 rows would keep 4,000\.0 GB of distances, .*; cluster a sample and assign all rows: clusterSample\(matrix, "consensus"\)$/,
  );
});

test("clusterings of very many clusters are not matched", () => {
  const own = Int32Array.from({ length: 20_000 }, (_, i) => i);
  expect(() => matchedContingency(own, own)).toThrow(
    "20,000 labels cannot be matched with 20,000 in a minute or so; compare fewer clusters, or use adjustedRandIndex, which needs no matching",
  );
});

test("DBSCAN keeps no lists of neighbours: an eps that joins everybody needs no more memory than a small one", async () => {
  const rows = noise(60_000, 2);
  // lists of all neighbours would hold 3.6 thousand million numbers
  const { clusters, labels } = await cluster(rows, "dbscan", { eps: 100, minPoints: 5 });
  expect([clusters, labels.every((label) => label === 0)]).toEqual([1, true]);
});
