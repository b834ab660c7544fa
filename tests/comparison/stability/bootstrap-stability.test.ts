import { describe, expect, it } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { bootstrapRows } from "../../../src/comparison/stability/bootstrap-rows.js";
import { bootstrapStability, summarizeRefits } from "../../../src/comparison/stability/bootstrap-stability.js";
import { clusterJaccards } from "../../../src/comparison/stability/cluster-jaccards.js";
import { type Refit, refitAgreement } from "../../../src/comparison/stability/refit-agreement.js";
import { refitRows } from "../../../src/comparison/stability/refit-rows.js";
import { stabilityBand } from "../../../src/comparison/stability/stability-band.js";
import { noise, plantedBlobs } from "../../clustering/planted.js";
import { goldenR, matrixOf } from "../golden.js";

describe("bootstrap stability", () => {
  it("is that of fpc::clusterboot, given its resamples", async () => {
    const { data, partition, drawn, ...golden } = goldenR.bootstrap;
    const matrix = matrixOf(data, 2);
    const clustering = await cluster(matrix, "hierarchical", { linkage: "ward", k: 3 });
    // R numbers clusters by their first row
    const order = [0, 1, 2].map((theirs) => clustering.labels[partition.indexOf(theirs)]!);
    expect([...clustering.labels]).toEqual(partition.map((theirs) => order[theirs]));
    const refits: Refit[] = [];
    for (const draws of drawn) {
      const rows = Int32Array.from(new Set(draws)).sort();
      refits.push({ rows, labels: await refitRows(matrix, clustering, rows) });
    }
    const { clusters } = summarizeRefits(clustering, refits);
    order.forEach((ours, theirs) => {
      const own = refits.map(({ rows, labels }) => clusterJaccards(clustering.labels, 3, rows, labels)[ours]!);
      own.forEach((jaccard, b) => {
        expect(jaccard).toBeCloseTo(golden.jaccards[theirs]![b]!, 12);
      });
      expect(clusters[ours]!.jaccard).toBeCloseTo(golden.mean[theirs]!, 12);
      expect(clusters[ours]).toMatchObject({
        dissolved: golden.dissolved[theirs],
        recovered: golden.recovered[theirs],
      });
    });
  });

  it.each(["kmeans", "gaussian-mixture", "dbscan"])("finds planted groups again with %s", async (algorithm) => {
    const { matrix } = plantedBlobs();
    const options = algorithm === "dbscan" ? { eps: 2.5, minPoints: 4 } : { k: 3 };
    const clustering = await cluster(matrix, algorithm, options);
    const { clusters, weakest, agreement } = await bootstrapStability(matrix, clustering, { resamples: 10 });
    expect(clusters.map(({ band }) => band)).toEqual(["highly stable", "highly stable", "highly stable"]);
    expect(Math.min(weakest, agreement)).toBeGreaterThan(0.95);
  });

  it("calls slices of one cloud stable too, so that it is no vote for structure", async () => {
    const matrix = noise(1500, 2);
    const stretched = { ...matrix, data: matrix.data.map((value, at) => (at % 2 === 0 ? 3 * value : value)) };
    const clustering = await cluster(stretched, "kmeans", { k: 2 });
    expect((await bootstrapStability(stretched, clustering, { start: "cold" })).weakest).toBeGreaterThan(0.9);
  });

  it("gives the same numbers for the same seed", async () => {
    const matrix = noise(200, 3);
    const clustering = await cluster(matrix, "kmeans", { k: 5 });
    const measure = () => bootstrapStability(matrix, clustering, { resamples: 5, seed: 3 });
    expect(await measure()).toEqual(await measure());
  });
});

describe("its parts", () => {
  it("draw about 63 % of the rows, each once and ascending", () => {
    const rows = bootstrapRows(10_000, 1);
    expect(rows.length / 10_000).toBeCloseTo(1 - Math.exp(-1), 1);
    expect([...rows]).toEqual([...new Set(rows)].sort((a, b) => a - b));
  });

  it("give 0 to a cluster that was not drawn, and leave noise out", () => {
    const labels = Int32Array.of(0, 0, 0, 1, -1);
    const rows = Int32Array.of(0, 1, 2, 4);
    expect([...clusterJaccards(labels, 2, rows, Int32Array.of(0, 0, 1, 0))]).toEqual([0.5, 0]);
    expect([...clusterJaccards(labels, 2, rows, Int32Array.of(-1, -1, -1, -1))]).toEqual([0, 0]);
  });

  it("compare refits over the rows that both hold", () => {
    const first = { rows: Int32Array.of(0, 1, 2, 4), labels: Int32Array.of(0, 0, 1, 1) };
    const second = { rows: Int32Array.of(0, 2, 3, 4), labels: Int32Array.of(1, 0, 0, 0) };
    expect([...refitAgreement([first, second])]).toEqual([1]);
    expect(refitAgreement([first])).toHaveLength(0);
  });

  it("put a mean Jaccard index into words", () => {
    expect([0.5, 0.55, 0.6, 0.75, 0.85].map(stabilityBand)).toEqual([
      "dissolves",
      "doubtful",
      "a pattern",
      "stable",
      "highly stable",
    ]);
  });
});
