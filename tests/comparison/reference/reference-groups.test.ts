import { describe, expect, it } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { type FoundGroups, findSeparateGroups } from "../../../src/comparison/null/find-separate-groups.js";
import { agreementWithoutColumn } from "../../../src/comparison/reference/agreement-without-column.js";
import { centreRows } from "../../../src/comparison/reference/centre-rows.js";
import { expectedAgreement } from "../../../src/comparison/reference/expected-agreement.js";
import { likeliestByNumber } from "../../../src/comparison/reference/likeliest-by-number.js";
import { type LikelyGroups, likelyGroups } from "../../../src/comparison/reference/likely-groups.js";
import { referenceGroups } from "../../../src/comparison/reference/reference-groups.js";
import { createMatrix, type Matrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { noise, plantedBlobs, plantedMoons } from "../../clustering/planted.js";

/** Two groups of 150 that correlation draws out along the same line, side by side. */
function cigars() {
  const random = createRandom(2);
  const truth = Array.from({ length: 300 }, (_, i) => i % 2);
  const rows = truth.map((group) => {
    const along = 5 * random.normal();
    return [along + random.normal() * 0.5, along + random.normal() * 0.5 + 4 * group];
  });
  return { matrix: createMatrix(rows), truth };
}

/** The reference of partitions made mixtures. */
function referenceOf(matrix: Matrix, likely: readonly (LikelyGroups | null)[], found: FoundGroups) {
  const centred = centreRows(matrix);
  const judged = likeliestByNumber(likely).map((one) => {
    return { ...one, agreement: agreementWithoutColumn(centred, one.labels) };
  });
  return referenceGroups(matrix, judged, found);
}

function nothingApart(rows: number) {
  return { k: 1, groups: 1, labels: new Int32Array(rows), valleys: [], dips: [] };
}

describe("what a partition becomes as a mixture", () => {
  it("is likeliest at the number of groups planted", async () => {
    const { matrix } = plantedBlobs();
    const icl: number[] = [];
    for (const k of [2, 3, 4, 5]) {
      icl.push(likelyGroups(matrix, (await cluster(matrix, "kmeans", { k })).labels)?.icl ?? Number.POSITIVE_INFINITY);
    }
    expect(icl.indexOf(Math.min(...icl))).toBe(1);
  });

  it("allows correlations where they are needed, and saves them where not", () => {
    const drawn = cigars();
    expect(likelyGroups(drawn.matrix, Int32Array.from(drawn.truth))!.shape).toBe("full");
    const { matrix, truth } = plantedBlobs();
    expect(likelyGroups(matrix, Int32Array.from(truth))!.shape).toBe("diagonal");
  });

  it("is nothing where one group swallows the others, or has under one row in a hundred", () => {
    const one = noise(300, 2);
    const outlier = { ...one, data: one.data.map((value, at) => (at < 2 ? 60 : value)) };
    expect(
      likelyGroups(
        outlier,
        Int32Array.from({ length: 300 }, (_, i) => (i === 0 ? 0 : 1)),
      ),
    ).toBeNull();
    expect(likelyGroups(one, new Int32Array(300))).toBeNull();
  });
});

describe("the groups that candidates are held against", () => {
  it("are those of the likeliest mixture, numbered by size", async () => {
    const { matrix, truth } = plantedBlobs();
    const found = await findSeparateGroups(matrix);
    const likely = [];
    for (const k of [2, 3, 4]) likely.push(likelyGroups(matrix, (await cluster(matrix, "kmeans", { k })).labels));
    const reference = referenceOf(matrix, likely, found)!;
    const [best, ...others] = reference.parts;
    expect(reference).toMatchObject({ from: "mixture", isBounded: true });
    expect(best!.groups).toBe(3);
    expect(best!.weight).toBeGreaterThan(0.5);
    expect([best!, ...others].reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(adjustedRandIndex(best!.labels, truth)).toBe(1);
    expect(best!.labels.filter((label) => label === 0)).toHaveLength(40);
    expect(referenceOf(matrix, likely.toReversed(), found)).toEqual(reference);
  });

  it("are what stands apart where its shape is no mixture's", async () => {
    const { matrix, truth } = plantedMoons();
    const found = await findSeparateGroups(matrix);
    const likely = [likelyGroups(matrix, (await cluster(matrix, "kmeans", { k: 6 })).labels)];
    const reference = referenceOf(matrix, likely, found)!;
    expect(reference).toMatchObject({ from: "valleys", parts: [{ groups: 2, weight: 1 }] });
    expect(adjustedRandIndex(reference.parts[0]!.labels, truth)).toBe(1);
  });

  it("have no end where the likeliest are as many as were tried", async () => {
    const { matrix } = plantedBlobs();
    const likely = [];
    for (const k of [2, 3]) likely.push(likelyGroups(matrix, (await cluster(matrix, "kmeans", { k })).labels));
    expect(referenceOf(matrix, likely, nothingApart(100))!.isBounded).toBe(false);
  });

  it("are none where no partition says anything, and where one group says more", async () => {
    const matrix = noise(400, 3);
    expect(referenceOf(matrix, [null], nothingApart(400))).toBeNull();
    const sliced = likelyGroups(matrix, (await cluster(matrix, "kmeans", { k: 2 })).labels);
    expect(referenceOf(matrix, [sliced], nothingApart(400))).toBeNull();
  });

  it("are agreed with by their share of what is plausible", () => {
    const [a, b] = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 0, 1)];
    const parts = [
      { labels: a, groups: 2, weight: 0.75 },
      { labels: b, groups: 2, weight: 0.25 },
    ];
    const reference = { from: "mixture", isBounded: true, parts } as const;
    expect(expectedAgreement(a, reference)).toBeCloseTo(0.75 + 0.25 * adjustedRandIndex(a, b), 12);
  });
});
