import { describe, expect, it } from "vitest";
import { cluster } from "../../../src/clustering/cluster.js";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { findSeparateGroups } from "../../../src/comparison/null/find-separate-groups.js";
import { likelyGroups } from "../../../src/comparison/reference/likely-groups.js";
import { referenceGroups } from "../../../src/comparison/reference/reference-groups.js";
import { createMatrix } from "../../../src/core/matrix.js";
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
    const reference = referenceGroups(matrix, likely, found)!;
    expect(reference).toMatchObject({ groups: 3, from: "mixture" });
    expect(adjustedRandIndex(reference.labels, truth)).toBe(1);
    expect(reference.labels.filter((label) => label === 0)).toHaveLength(40);
    expect(referenceGroups(matrix, likely.toReversed(), found)).toEqual(reference);
  });

  it("are what stands apart where its shape is no mixture's", async () => {
    const { matrix, truth } = plantedMoons();
    const found = await findSeparateGroups(matrix);
    const likely = [likelyGroups(matrix, (await cluster(matrix, "kmeans", { k: 6 })).labels)];
    const reference = referenceGroups(matrix, likely, found)!;
    expect(reference).toMatchObject({ groups: 2, from: "valleys" });
    expect(adjustedRandIndex(reference.labels, truth)).toBe(1);
  });

  it("are none where no partition says anything", () => {
    const matrix = noise(100, 2);
    const none = { k: 1, groups: 1, labels: new Int32Array(100), valleys: [], dips: [] };
    expect(referenceGroups(matrix, [null], none)).toBeNull();
  });
});
