import { describe, expect, it } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { gapReference } from "../../../src/comparison/choosing/gap-reference.js";
import { gapStatistic } from "../../../src/comparison/choosing/gap-statistic.js";
import { type GapRule, gapRules, pickByGap } from "../../../src/comparison/choosing/pick-by-gap.js";
import type { Matrix } from "../../../src/core/matrix.js";
import { principalComponents } from "../../../src/core/principal-components.js";
import { largestGap } from "../../clustering/golden.js";
import { plantedBlobs } from "../../clustering/planted.js";
import { goldenR, matrixOf } from "../golden.js";

const { data, axes, uniforms, ...expected } = goldenR.gap;
const matrix = matrixOf(data, 3);

async function wardLabels(rows: Matrix, k: number): Promise<Int32Array> {
  return (await cluster(rows, "hierarchical", { linkage: "ward", k })).labels;
}

/** R's axes may point the other way: what it drew from the left is then drawn from the right. */
function turnedLikeOurs(draws: readonly number[]): number[] {
  const { loadings } = principalComponents(matrix, 3);
  return draws.map((u, at) => {
    const j = Math.floor(at / matrix.rows);
    const along = [0, 1, 2].reduce((sum, i) => sum + axes[i * 3 + j]! * loadings[i * 3 + j]!, 0);
    return along < 0 ? 1 - u : u;
  });
}

describe("the gap statistic", () => {
  it.each(["scaledPCA", "original"] as const)("is that of clusGap in the space %s, given its draws", async (space) => {
    const own = space === "original" ? uniforms : uniforms.map(turnedLikeOurs);
    const gap = await gapStatistic(matrix, { ks: [1, 2, 3, 4, 5, 6], space, labelsOf: wardLabels, uniforms: own });
    const golden = expected[space];
    expect(largestGap(gap.logDispersions, golden.logW)).toBeLessThan(1e-10);
    expect(largestGap(gap.expected, golden.expected)).toBeLessThan(1e-10);
    expect(largestGap(gap.gaps, golden.gap)).toBeLessThan(1e-9);
    expect(largestGap(gap.errors, golden.error)).toBeLessThan(1e-9);
    expect(gap.k).toBe(3);
  });

  it("finds three planted groups with its own draws by the greatest gap, the same ones for the same seed", async () => {
    const planted = plantedBlobs().matrix;
    const options = { ks: [1, 2, 3, 4, 5, 6], references: 10, seed: 4, rule: "globalSEmax" } as const;
    const [first, again] = [await gapStatistic(planted, options), await gapStatistic(planted, options)];
    expect(first.k).toBe(3);
    expect(again.gaps).toEqual(first.gaps);
    expect(pickByGap(first.gaps, first.errors, "firstSEmax")).toBe(2);
  });

  it("draws references within the box of the columns", () => {
    const reference = gapReference(matrix, "original", new Float64Array(data.length).fill(1));
    const most = [0, 1, 2].map((j) => Math.max(...data.filter((_, at) => at % 3 === j)));
    most.forEach((value, j) => {
      expect(reference.data[j]).toBeCloseTo(value, 12);
    });
  });

  it("picks as maxSE does by each of its rules", () => {
    for (const { gaps, errors, picks } of goldenR.picks) {
      expect(gapRules.map((rule) => pickByGap(gaps, errors, rule) + 1)).toEqual(picks);
    }
  });

  it("names the rules where another is asked for", () => {
    expect(() => pickByGap([1], [0], "elbow" as GapRule)).toThrow(
      'rule is "elbow"; choose firstSEmax, Tibs2001SEmax, globalSEmax, firstmax, globalmax',
    );
  });
});
