import { describe, expect, it } from "vitest";
import { agreement } from "../../src/comparison/agreement.js";
import { chooseClustering } from "../../src/comparison/choose-clustering.js";
import { compareClusterings } from "../../src/comparison/compare-clusterings.js";
import { comparisonTable } from "../../src/comparison/comparison-table.js";
import { mapCustomers } from "../../src/comparison/map-customers.js";
import { createMatrix } from "../../src/core/matrix.js";
import { createRandom } from "../../src/core/random.js";

/** 5 groups of 30 around the corners and the middle of a square. */
function blobs() {
  const random = createRandom(3);
  const centres = [
    [0, 0],
    [9, 0],
    [0, 9],
    [9, 9],
    [4.5, 4.5],
  ];
  return createMatrix(
    centres.flatMap(([x, y]) =>
      Array.from({ length: 30 }, () => [x! + random.normal() * 0.4, y! + random.normal() * 0.4]),
    ),
  );
}

describe("a comparison", () => {
  it("tries k-means and ward for k = 2 … 10 and DBSCAN around its knee, on the same matrix", async () => {
    const { runs, kDistances } = await compareClusterings(blobs());
    expect(runs.map(({ name }) => name).slice(0, 18)).toEqual([
      ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((k) => `k-means, k = ${k}`),
      ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((k) => `ward, k = ${k}`),
    ]);
    expect(runs).toHaveLength(22);
    expect(kDistances.eps).toBe(kDistances.sorted[kDistances.knee]);
    const five = runs.find(({ name }) => name === "k-means, k = 5")!;
    expect(Math.max(...runs.map(({ silhouette }) => silhouette || 0))).toBe(five.silhouette);
  });

  it("chooses k-means with the best silhouette among k = 4 … 8", async () => {
    const comparison = await compareClusterings(blobs());
    expect(chooseClustering(comparison).name).toBe("k-means, k = 5");
    const without = { ...comparison, runs: comparison.runs.filter(({ name }) => name.startsWith("ward")) };
    expect(() => chooseClustering(without)).toThrow(
      "no k-means with k = 4 … 8 to choose from: 150 customers are too few or too alike",
    );
  });

  it("counts noise as 0 in the silhouette, and gives no index for one cluster", async () => {
    const matrix = blobs();
    const { runs } = await compareClusterings(matrix, [
      { algorithm: "dbscan", options: { eps: 0.5, minPoints: 10 } },
      { algorithm: "dbscan", options: { eps: 100, minPoints: 10 } },
    ]);
    const [loose, one] = runs;
    const kept = [...loose!.silhouettes].filter((value) => !Number.isNaN(value));
    expect(loose!.noiseShare).toBeGreaterThan(0);
    expect(loose!.silhouette).toBeCloseTo(kept.reduce((sum, value) => sum + value, 0) / matrix.rows, 12);
    expect(one!.clustering.clusters).toBe(1);
    expect([one!.silhouette, one!.daviesBouldin, one!.calinskiHarabasz]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(comparisonTable({ ...(await compareClusterings(matrix, [])), runs }).objects()[1]).toMatchObject({
      silhouette: null,
    });
  });

  it("gives the same labels for the same seed, and a tree cut as the algorithm itself cuts it", async () => {
    const matrix = blobs();
    const [first, second] = [
      await compareClusterings(matrix, undefined, { seed: 5 }),
      await compareClusterings(matrix, undefined, { seed: 5 }),
    ];
    expect(second.runs.map(({ clustering }) => clustering.labels)).toEqual(
      first.runs.map(({ clustering }) => clustering.labels),
    );
    const { cluster } = await import("../../src/clustering/cluster.js");
    const own = await cluster(matrix, "hierarchical", { linkage: "ward", k: 7 });
    expect(first.runs.find(({ name }) => name === "ward, k = 7")!.clustering.labels).toEqual(own.labels);
  });

  it("reports progress to the end and stops on a signal", async () => {
    const seen: number[] = [];
    await compareClusterings(blobs(), undefined, { onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    await expect(compareClusterings(blobs(), undefined, { signal: AbortSignal.abort() })).rejects.toThrow(
      "was stopped",
    );
  });
});

describe("the agreement of clusterings", () => {
  it("is 1 with itself and symmetric", async () => {
    const { runs } = await compareClusterings(blobs());
    const { names, values } = agreement(runs.slice(0, 4));
    expect(names).toHaveLength(4);
    for (let i = 0; i < 4; i++) {
      expect(values[i * 4 + i]).toBe(1);
      for (let j = 0; j < 4; j++) expect(values[i * 4 + j]).toBe(values[j * 4 + i]);
    }
  });
});

describe("the map of customers", () => {
  it("shows all of the variance of two columns", () => {
    const map = mapCustomers(blobs());
    expect(map.x).toHaveLength(150);
    expect(map.explained).toBeCloseTo(1, 12);
  });
});
