import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import type { Candidate } from "../../../src/comparison/candidates.js";
import { compareClusterings } from "../../../src/comparison/compare-clusterings.js";
import { measureStructure } from "../../../src/comparison/null/measure-structure.js";
import { nullComparison } from "../../../src/comparison/null/null-comparison.js";
import { structureVerdict } from "../../../src/comparison/null/structure-verdict.js";
import { bootstrapStability } from "../../../src/comparison/stability/bootstrap-stability.js";
import { noise, plantedBlobs } from "../../clustering/planted.js";

const cache = mkdtempSync(join(tmpdir(), "segment-lab-weighing-"));
beforeEach(() => void vi.stubEnv("SEGMENT_LAB_CACHE", cache));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

const ks = [2, 3, 4, 5];
const candidates: Candidate[] = [
  ...ks.map((k) => ({ algorithm: "kmeans", options: { k } })),
  ...ks.map((k) => ({ algorithm: "hierarchical", options: { linkage: "ward", k } })),
  { algorithm: "dbscan", options: { eps: 3, minPoints: 5 } },
  { algorithm: "dbscan", options: { eps: 1e-9, minPoints: 5 } },
];
const few = { finalists: 4, resamples: 7, surrogates: 5, seed: 3 };

describe("the finalists", () => {
  it("are those near to what the rows are likely made of, then the best of each family whose groups can be used", async () => {
    const { matrix } = plantedBlobs();
    const { weighed } = await compareClusterings(matrix, candidates, few);
    expect(weighed!.finalists.map(({ run, why }) => `${run.name}: ${why}`)).toEqual([
      "k-means, k = 3: near to the groups that the rows are likely made of",
      "ward, k = 3: near to the groups that the rows are likely made of",
      "DBSCAN, eps = 3, 5 points: the best silhouette of DBSCAN",
      "k-means, k = 4: the best silhouette of k-means among 4 to 8 groups",
    ]);
    expect(weighed!.reference).toMatchObject({ from: "mixture", isBounded: true });
    expect(weighed!.reference!.parts[0]!.groups).toBe(3);
    expect(adjustedRandIndex(weighed!.groups.labels, weighed!.finalists[0]!.run.clustering.labels)).toBe(1);
    for (const { stability } of weighed!.finalists.slice(0, 3)) expect(stability.weakest).toBeGreaterThan(0.99);
    expect(weighed!.structure).toMatchObject({ answer: "separate groups", groups: 3 });
  });

  it("begin with k-means at the voted k where nothing stands apart and one group is likeliest", async () => {
    const { weighed, runs } = await compareClusterings(noise(300, 3), candidates, few);
    expect(weighed!.groups.groups).toBe(1);
    expect(weighed!.reference).toBeNull();
    const [first, ...others] = weighed!.finalists;
    expect(first!.why).toBe("the number of groups that the criteria vote for");
    expect(first!.run.clustering.algorithm).toBe("kmeans");
    expect(new Set([first, ...others].map((finalist) => finalist!.run)).size).toBe(4);
    for (const { run } of weighed!.finalists) expect(runs).toContain(run);
  });

  it("hold one with a handy number of groups where the likeliest are as many as were tried", async () => {
    const { matrix } = plantedBlobs();
    const curve = { ...matrix, data: matrix.data.map((_, at) => [at / 30, (at / 30) ** 2 / 5, Math.sin(at)][at % 3]!) };
    const some: Candidate[] = [2, 3, 4].map((k) => ({ algorithm: "kmeans", options: { k } }));
    const { weighed } = await compareClusterings(curve, some, few);
    expect(weighed!.reference!.isBounded).toBe(false);
    const why = weighed!.finalists.map((finalist) => finalist.why);
    expect(why[0]).toBe("near to the groups that the rows are likely made of");
    expect(weighed!.finalists.some(({ run }) => run.clustering.clusters >= 4)).toBe(true);
  });

  it("are none where nothing can be used, and where nobody asks", async () => {
    const matrix = noise(60, 2);
    const tiny: Candidate[] = [{ algorithm: "dbscan", options: { eps: 1e-9, minPoints: 5 } }];
    expect((await compareClusterings(matrix, tiny, few)).weighed!.finalists).toEqual([]);
    expect((await compareClusterings(matrix, tiny, { finalists: 0 })).weighed).toBeNull();
  });
});

describe("what is weighed on threads", () => {
  const matrix = noise(300, 3);

  it("is what each function gives by itself, for any number of threads", async () => {
    const [one, two] = [1, 2].map((threads) =>
      compareClusterings(matrix, candidates, { ...few, threads, cache: false }),
    );
    const { weighed, runs } = await one!;
    expect((await two!).weighed).toEqual({ ...weighed, finalists: expect.anything() });
    for (const [i, { run, stability }] of weighed!.finalists.entries()) {
      const alone = await bootstrapStability(matrix, run.clustering, { resamples: 7, seed: 3 });
      expect(stability).toEqual(alone);
      expect((await two!).weighed!.finalists[i]!.stability).toEqual(alone);
      expect(runs).toContain(run);
    }
    for (const { run, seedAgreement } of weighed!.finalists) {
      const { algorithm, options, labels } = run.clustering;
      if (algorithm === "hierarchical") expect(seedAgreement).toBe(1);
      else {
        const others = [4, 5, 6, 7, 8].map(async (seed) =>
          adjustedRandIndex((await cluster(matrix, algorithm, { ...options, seed })).labels, labels),
        );
        const sum = (await Promise.all(others)).reduce((total, index) => total + index, 0);
        expect(seedAgreement).toBeCloseTo(sum / 5, 12);
      }
    }
    const starts: Candidate[] = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((k) => ({
      algorithm: "kmeans",
      options: { k, starts: 1 },
    }));
    const alone = await nullComparison(matrix, starts, { surrogates: 5, seed: 3 });
    expect(weighed!.null).toEqual(alone);
    const evidence = await measureStructure(matrix, { seed: 3, null: alone });
    expect(weighed!.structure).toEqual(structureVerdict(evidence));
  });

  it("is kept: a second run computes nothing", async () => {
    const first = await compareClusterings(matrix, candidates, few);
    const began = process.cpuUsage();
    const second = await compareClusterings(matrix, candidates, few);
    expect(process.cpuUsage(began).user).toBeLessThan(1e6);
    expect(second).toEqual(first);
  });

  it("is done in parts as it is at once, each part going on from what is kept", async () => {
    const cache = mkdtempSync(join(tmpdir(), "segment-lab-weighing-"));
    const files = () => readdirSync(join(cache, "clusterings")).length;
    try {
      const matrix = noise(300, 3);
      const options = { ...few, cache };
      const seen: number[] = [];
      for (const upTo of [0, 0.3, 0.7]) {
        expect((await compareClusterings(matrix, candidates, { ...options, upTo })).weighed).toBeNull();
        seen.push(files());
      }
      const whole = await compareClusterings(matrix, candidates, options);
      seen.push(files());
      expect(new Set(seen).size).toBe(4);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      const atOnce = await compareClusterings(matrix, candidates, { ...few, cache: false });
      expect(whole.weighed!.null).toEqual(atOnce.weighed!.null);
      const told = (comparison: typeof whole) =>
        comparison.weighed!.finalists.map(({ run, stability, separation }) => [run.name, stability, separation]);
      expect(told(whole)).toEqual(told(atOnce));
    } finally {
      rmSync(cache, { recursive: true });
    }
    await expect(compareClusterings(noise(50, 2), candidates, { ...few, upTo: 2 })).rejects.toThrow(
      "upTo = 2 is no share of the weighing",
    );
  });
});
