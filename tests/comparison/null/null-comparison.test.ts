import { describe, expect, it } from "vitest";
import { nullCandidates } from "../../../src/comparison/null/measure-structure.js";
import { nullComparison, summarizeNull } from "../../../src/comparison/null/null-comparison.js";
import { scoreCandidates } from "../../../src/comparison/null/score-candidates.js";
import { createMatrix, type Matrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { plantedBlobs } from "../../clustering/planted.js";
import { shuffleColumns } from "./shuffle-columns.js";

/** One normal cloud whose columns correlate by 0.9. */
function cloud(seed: number, rows = 200): Matrix {
  const random = createRandom(seed);
  return createMatrix(
    Array.from({ length: rows }, () => {
      const shared = 3 * random.normal();
      return [shared + random.normal(), shared + random.normal(), shared + random.normal()];
    }),
  );
}

describe("the null", () => {
  it("is far behind planted groups, at the planted number most of all", async () => {
    const { each, lead, leader, candidates } = await nullComparison(plantedBlobs().matrix, nullCandidates, {
      surrogates: 19,
    });
    expect(candidates[leader]!.options.k).toBe(3);
    expect(lead.p).toBe(0.05);
    expect(each[leader]!.z).toBeGreaterThan(5);
  });

  it("is not beaten by one correlated cloud, which beats shuffled columns every time", async () => {
    const score = { criterion: "silhouette", seed: 1, sample: 2000 } as const;
    let [beyondCopula, beyondShuffled] = [0, 0];
    for (let seed = 1; seed <= 10; seed++) {
      const matrix = cloud(seed);
      const { lead } = await nullComparison(matrix, nullCandidates, { surrogates: 9, seed });
      if (lead.p <= 0.1) beyondCopula++;
      const shuffled: Float64Array[] = [];
      for (let b = 1; b <= 9; b++)
        shuffled.push(await scoreCandidates(shuffleColumns(matrix, b), nullCandidates, score));
      const real = await scoreCandidates(matrix, nullCandidates, score);
      if (summarizeNull("silhouette", nullCandidates, real, shuffled).lead.p <= 0.1) beyondShuffled++;
    }
    expect(beyondShuffled).toBe(10);
    expect(beyondCopula).toBeLessThanOrEqual(3);
  });

  it.each([
    ["calinski-harabasz", 3],
    ["davies-bouldin", 3],
  ] as const)("takes %s too", async (criterion, k) => {
    const { candidates, leader, lead } = await nullComparison(plantedBlobs().matrix, nullCandidates, {
      criterion,
      surrogates: 9,
    });
    expect(candidates[leader]!.options.k).toBe(k);
    expect([lead.p, lead.z > 2]).toEqual([0.1, true]);
  });

  it("takes densities with a density criterion; what finds no clusters scores worst", async () => {
    const candidates = [
      { algorithm: "dbscan", options: { eps: 2.5, minPoints: 4 } },
      { algorithm: "dbscan", options: { eps: 1e-9, minPoints: 4 } },
    ];
    const { each, leader } = await nullComparison(plantedBlobs().matrix, candidates, {
      criterion: "density-validity",
      surrogates: 5,
    });
    expect(leader).toBe(0);
    expect(each[0]!.real).toBeGreaterThan(0.5);
    expect(each[1]).toMatchObject({ real: -1, expected: -1 });
  });

  it("counts the real rows among the sets, and repeats the choice on each surrogate", () => {
    const sets = [Float64Array.of(0.1, 0.4), Float64Array.of(0.3, 0.2)];
    const { chosen, lead, each, leader } = summarizeNull(
      "silhouette",
      nullCandidates.slice(0, 2),
      Float64Array.of(0.35, 0.3),
      sets,
    );
    expect(chosen).toMatchObject({ real: 0.35, p: 2 / 3 });
    expect([...chosen.surrogates]).toEqual([0.4, 0.3]);
    expect(each[0]).toMatchObject({ real: 0.35, expected: 0.2, p: 1 / 3 });
    expect(leader).toBe(0);
    expect(lead.real).toBeCloseTo(0.15, 12);
    expect([...lead.surrogates].map((value) => Number(value.toFixed(12)))).toEqual([0.2, 0.2]);
  });

  it("refuses to compare nothing, or with nothing", async () => {
    await expect(nullComparison(cloud(1), [])).rejects.toThrow(
      "no candidates to hold against the null; give at least one algorithm",
    );
    await expect(nullComparison(createMatrix([[1, 2]]), nullCandidates)).rejects.toThrow(
      "1 row(s) cannot fall into groups; give at least 2",
    );
  });

  it("takes silhouettes over a sample of the rows where there are many", async () => {
    const matrix = cloud(4, 1200);
    const of = (sample: number) =>
      scoreCandidates(matrix, nullCandidates, { criterion: "silhouette", seed: 1, sample });
    const [all, some] = [await of(5000), await of(600)];
    all.forEach((score, c) => {
      expect(some[c]).not.toBe(score);
      expect(Math.abs(some[c]! - score)).toBeLessThan(0.04);
    });
  });
});
