import { mkdtempSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { agreement } from "../../src/comparison/agreement.js";
import type { Candidate } from "../../src/comparison/candidates.js";
import { compareClusterings } from "../../src/comparison/compare-clusterings.js";
import { comparisonTable } from "../../src/comparison/comparison-table.js";
import { mapCustomers } from "../../src/comparison/map-customers.js";
import { createMatrix } from "../../src/core/matrix.js";
import { createRandom } from "../../src/core/random.js";
import { noise } from "../clustering/planted.js";

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

/** Candidates side by side, without asking the best of them anything more: weigh-finalists.test.ts does. */
const compare: typeof compareClusterings = (matrix, candidates, options) =>
  compareClusterings(matrix, candidates, { finalists: 0, ...options });

const cache = mkdtempSync(join(tmpdir(), "segment-lab-comparison-"));
beforeEach(() => void vi.stubEnv("SEGMENT_LAB_CACHE", cache));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

const kept = () => readdirSync(join(cache, "clusterings")).sort();
const two: Candidate[] = [
  { algorithm: "kmeans", options: { k: 3 } },
  { algorithm: "hierarchical", options: { linkage: "average", k: 4 } },
];

describe("a comparison", () => {
  it("tries k-means, three linkages and mixtures for k = 2 … 10, DBSCAN and HDBSCAN, on the same matrix", async () => {
    const { runs, failures, kDistances } = await compare(blobs());
    const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10];
    const names = ["k-means", "ward", "average", "complete", "Gaussian mixture"];
    expect(runs.map(({ name }) => name).slice(0, 45)).toEqual(
      names.flatMap((name) => ks.map((k) => `${name}, k = ${k}`)),
    );
    const density = runs.slice(45).map(({ name }) => name.replace(/eps = [\d.]+/, "eps"));
    expect(new Set(density)).toEqual(new Set(["DBSCAN, eps", "DBSCAN, eps, 20 points", "HDBSCAN, at least 5"]));
    expect(new Set(runs.map(({ name }) => name)).size).toBe(runs.length);
    expect(failures).toEqual([]);
    expect(kDistances.eps).toBe(kDistances.sorted[kDistances.knee]);
    const five = runs.find(({ name }) => name === "k-means, k = 5")!;
    expect(Math.max(...runs.map(({ silhouette }) => silhouette || 0))).toBe(five.silhouette);
  });

  it("lists a candidate that fails with its reason, and finishes the others", async () => {
    const comparison = await compare(blobs(), [
      { algorithm: "kmeans", options: { k: 3 } },
      { algorithm: "kmeans", options: { k: 0 } },
      { algorithm: "hierarchical", options: { linkage: "ward", k: 151 } },
      { algorithm: "kmean", options: {} },
      { algorithm: "hierarchical", options: { linkage: "ward", k: 3 } },
    ]);
    expect(comparison.runs.map(({ name }) => name)).toEqual(["k-means, k = 3", "ward, k = 3"]);
    expect(comparison.failures.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      "k-means, k = 0: k is 0; choose a whole number from 1 to 150, the number of rows",
      "ward, k = 151: k is 151; choose a whole number from 1 to 150, the number of rows",
      expect.stringMatching(/^kmean: there is no algorithm "kmean"; did you mean "kmeans"/),
    ]);
    const table = comparisonTable(comparison).objects() as { candidate: string; failure: string }[];
    expect(table.map(({ failure }) => failure.slice(0, 7))).toEqual(["", "", "k is 0;", "k is 15", "there i"]);
  });

  it("refuses to compare nothing, and a preparation that it does not know or that has other customers", async () => {
    const matrix = blobs();
    await expect(compare(matrix, [])).rejects.toThrow("no candidates to compare; name at least one");
    const other = { algorithm: "kmeans", options: { k: 2 }, preparation: "rfm" };
    await expect(compare(matrix, [other])).rejects.toThrow(
      'k-means, k = 2 (rfm): no preparation "rfm"; there are none',
    );
    const strangers = { ...matrix, ids: ["x", ...matrix.ids.slice(1)] };
    await expect(compare(matrix, [other], { preparations: { rfm: strangers } })).rejects.toThrow(
      'preparation "rfm" has other customers than the matrix: 150 rows and 150 (row 1 is "x", not "1"); ' +
        "prepare both from the same table, with the same rows set aside",
    );
  });

  it("fits a candidate on the preparation that it names, and judges it there", async () => {
    const matrix = blobs();
    const column = createMatrix(Array.from({ length: 150 }, (_, i) => [matrix.data[2 * i]!]));
    const candidates = [undefined, "one"].map((preparation) => ({
      algorithm: "kmeans",
      options: { k: 3 },
      ...(preparation && { preparation }),
    }));
    const { runs } = await compare(matrix, candidates, { preparations: { one: column } });
    expect(runs.map(({ name }) => name)).toEqual(["k-means, k = 3", "k-means, k = 3 (one)"]);
    const alone = await compare(column, [{ algorithm: "kmeans", options: { k: 3 } }]);
    expect(runs[1]!.clustering.labels).toEqual(alone.runs[0]!.clustering.labels);
    expect(runs[1]!.silhouette).toBe(alone.runs[0]!.silhouette);
    expect(runs[1]!.silhouette).not.toBe(runs[0]!.silhouette);
  });

  it("keeps what it computed: read again, made anew where a file is damaged or the seed is another", async () => {
    const matrix = blobs();
    rmSync(join(cache, "clusterings"), { recursive: true, force: true });
    const first = await compare(matrix, two);
    const files = kept();
    // two fits, their silhouettes and the curve of distances
    expect(files).toHaveLength(5);
    const again = await compare(matrix, two);
    // the very run of before, its time included
    expect(again.runs).toEqual(first.runs);
    expect(kept()).toEqual(files);
    for (const file of files) truncateSync(join(cache, "clusterings", file), 60);
    const mended = await compare(matrix, two);
    expect(mended.runs.map(({ clustering }) => clustering.labels)).toEqual(
      first.runs.map(({ clustering }) => clustering.labels),
    );
    await compare(matrix, two, { seed: 2 });
    // the tree knows no seed
    expect(kept().length).toBeLessThanOrEqual(7);
    const before = kept();
    await compare(matrix, [{ algorithm: "kmeans", options: { k: 7 } }], { cache: false });
    expect(kept()).toEqual(before);
  });

  it("goes on where a stopped run was", async () => {
    const matrix = createMatrix(noise(1500, 4).data, ["a", "b", "c", "d"]);
    rmSync(join(cache, "clusterings"), { recursive: true, force: true });
    const controller = new AbortController();
    const candidates: Candidate[] = [
      { algorithm: "kmeans", options: { k: 2 } },
      { algorithm: "hdbscan", options: {} },
      { algorithm: "hierarchical", options: { linkage: "average", k: 2 } },
    ];
    const stopped = compare(matrix, candidates, {
      signal: controller.signal,
      threads: 1,
      onProgress: ({ done }) => done > 0.3 && controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: "aborted" });
    const files = kept();
    expect(files.length).toBeGreaterThan(0);
    expect(files.every((name) => name.endsWith(".kept"))).toBe(true);
    const { runs } = await compare(matrix, candidates);
    expect(runs).toHaveLength(3);
    expect(kept()).toEqual(expect.arrayContaining(files));
  });

  it("is computed once by two at the same time", async () => {
    const matrix = noise(700, 3);
    const both = await Promise.all([compare(matrix, two), compare(matrix, two)]);
    // the second waited for the first, and read it: the same seconds
    expect(both[1]!.runs.map(({ clustering }) => clustering.seconds)).toEqual(
      both[0]!.runs.map(({ clustering }) => clustering.seconds),
    );
  });

  it("says what is noise only, and what is one cluster only", async () => {
    const matrix = noise(60, 3);
    const { runs } = await compare(matrix, [
      { algorithm: "dbscan", options: { eps: 1e-9, minPoints: 5 } },
      { algorithm: "kmeans", options: { k: 1 } },
    ]);
    expect(runs.map(({ noiseShare, clustering }) => [noiseShare, clustering.clusters])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(runs.map(({ silhouette }) => silhouette)).toEqual([Number.NaN, Number.NaN]);
  });

  it("counts noise as 0 in the silhouette, and gives no index for one cluster", async () => {
    const matrix = blobs();
    const { runs } = await compare(matrix, [
      { algorithm: "dbscan", options: { eps: 0.5, minPoints: 10 } },
      { algorithm: "dbscan", options: { eps: 100, minPoints: 10 } },
    ]);
    const [loose, one] = runs;
    const kept = [...loose!.silhouettes].filter((value) => !Number.isNaN(value));
    expect(loose!.noiseShare).toBeGreaterThan(0);
    expect(loose!.silhouette).toBeCloseTo(kept.reduce((sum, value) => sum + value, 0) / matrix.rows, 12);
    expect(one!.clustering.clusters).toBe(1);
    expect([one!.silhouette, one!.daviesBouldin, one!.calinskiHarabasz]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(comparisonTable({ ...(await compare(matrix, two)), runs }).objects()[1]).toMatchObject({
      silhouette: null,
    });
  });

  it("gives the same labels for the same seed, and a tree cut as the algorithm itself cuts it", async () => {
    const matrix = blobs();
    const [first, second] = [
      await compare(matrix, undefined, { seed: 5 }),
      await compare(matrix, undefined, { seed: 5 }),
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
    await compare(blobs(), undefined, { onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    await expect(compare(blobs(), undefined, { signal: AbortSignal.abort() })).rejects.toThrow("was stopped");
  });
});

describe("the agreement of clusterings", () => {
  it("is 1 with itself and symmetric", async () => {
    const { runs } = await compare(blobs());
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
