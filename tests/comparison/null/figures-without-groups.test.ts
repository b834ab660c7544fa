import { describe, expect, it } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { copheneticCorrelation } from "../../../src/clustering/hierarchical/cophenetic-correlation.js";
import { mergeTree } from "../../../src/clustering/hierarchical/merge-tree.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { largestShare } from "../../../src/clustering/metrics/largest-share.js";
import { silhouettes } from "../../../src/clustering/metrics/silhouettes.js";
import { borderlineRows } from "../../../src/comparison/explanation/borderline-rows.js";
import { explainTree } from "../../../src/comparison/explanation/explain-tree.js";
import { besideNull } from "../../../src/comparison/null/beside-null.js";
import { copulaSurrogate } from "../../../src/comparison/null/copula-surrogate.js";
import { figuresWithoutGroups } from "../../../src/comparison/null/figures-without-groups.js";
import { groupFigures } from "../../../src/comparison/null/group-figures.js";
import { bootstrapStability } from "../../../src/comparison/stability/bootstrap-stability.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { noise, plantedBlobs } from "../../clustering/planted.js";

const { matrix } = plantedBlobs();
const means = { algorithm: "kmeans", options: { k: 3 } };
const kept = { cache: false, surrogates: 3, seed: 5 };

describe("the figures about groups", () => {
  it("are those that the page's own functions give", async () => {
    const { labels, ...fitted } = await cluster(matrix, "kmeans", { k: 3, seed: 5 });
    const borders = await groupFigures(matrix, { kind: "borders", candidate: means }, 5);
    const [values] = await silhouettes(matrix, [labels]);
    expect(borders).toMatchObject({
      seeds: 1,
      told: explainTree(matrix, labels, { seed: 5 }).accuracy,
      largest: largestShare(labels),
      onTheFence: borderlineRows(matrix, labels).onTheFence,
      nearerAnother: values!.filter((value) => value < 0).length / matrix.rows,
    });
    const stability = await groupFigures(matrix, { kind: "stability", candidate: means, resamples: 4 }, 5);
    const { weakest, agreement } = await bootstrapStability(matrix, { ...fitted, labels }, { resamples: 4, seed: 5 });
    expect(stability).toEqual({ weakest, agreement });
    const other = { algorithm: "hierarchical", options: { linkage: "ward", k: 3 } };
    const matching = await groupFigures(matrix, { kind: "matching", candidate: means, others: [other, means] }, 5);
    expect(matching.matched1).toBe(1);
    const ward = await cluster(matrix, "hierarchical", { linkage: "ward", k: 3 });
    expect(adjustedRandIndex(ward.labels, labels) === 1).toBe(matching.matched0 === 1);
    const { cophenetic } = await groupFigures(matrix, { kind: "tree", linkage: "ward" }, 5);
    expect(cophenetic).toBe(await copheneticCorrelation(await mergeTree(matrix, { linkage: "ward" }), matrix));
    const sparse = { algorithm: "dbscan", options: { eps: 1e-9, minPoints: 5 } };
    expect(await groupFigures(matrix, { kind: "density", candidate: sparse }, 5)).toEqual({ groups: 0, grouped: 0 });
    expect(await groupFigures(matrix, { kind: "borders", candidate: sparse }, 5)).toMatchObject({
      largest: 1,
      told: Number.NaN,
    });
  });

  it("are measured on surrogates one by one, each as it would be alone", async () => {
    const borders = await figuresWithoutGroups(matrix, { kind: "borders", candidate: means }, kept);
    const one = copulaSurrogate(createMatrix(rowsOf(), matrix.columns), 6);
    const alone = await groupFigures(one, { kind: "borders", candidate: means }, 5);
    expect([...borders.onTheFence]).toHaveLength(3);
    for (const name of ["seeds", "told", "largest", "onTheFence", "nearerAnother"] as const)
      expect(borders[name][1]).toBe(alone[name]);
  });

  it("refuse what cannot be asked", async () => {
    const set = { kind: "borders", candidate: means } as const;
    await expect(figuresWithoutGroups(matrix, set, { surrogates: 0 })).rejects.toThrow("surrogates = 0");
    const signal = AbortSignal.abort();
    await expect(figuresWithoutGroups(noise(60, 2), set, { signal, cache: false })).rejects.toThrow("stopped");
    const wrong = { kind: "borders", candidate: { algorithm: "kmeans", options: { k: 0 } } } as const;
    await expect(figuresWithoutGroups(matrix, wrong, kept)).rejects.toThrow("k");
  });
});

function rowsOf(): number[][] {
  const width = matrix.columns.length;
  return matrix.ids.map((_, i) => [...matrix.data.subarray(i * width, (i + 1) * width)]);
}

describe("a figure beside its null", () => {
  const two = (value: number) => value.toFixed(2);

  it("says what it is without groups, and whether it differs as it is written", () => {
    expect(besideNull(0.94, [0.96, 0.93], two)).toBe("0.94 (customers without groups: 0.93 to 0.96; no different)");
    expect(besideNull(0.99, [0.96, 0.93], two)).toBe("0.99 (customers without groups: 0.93 to 0.96; higher here)");
    expect(besideNull(0.1, [0.96, 0.963], two)).toBe("0.10 (customers without groups: 0.96; lower here)");
    expect(besideNull(0.9604, [0.96], two)).toBe("0.96 (customers without groups: 0.96; no different)");
    expect(besideNull(0.5, [Number.NaN], two)).toBe("0.50 (customers without groups: nothing to measure)");
  });

  it("knows the largest group, noise among them", () => {
    expect(largestShare([0, 0, 1, -1])).toBe(0.5);
    expect(largestShare([-1, -1, -1, 0])).toBe(0.75);
  });
});
