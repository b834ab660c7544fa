import { beforeAll, describe, expect, it } from "vitest";
import { grouped, spikes, structureless } from "../../../bench/structure-shapes.js";
import { findSeparateGroups } from "../../../src/comparison/null/find-separate-groups.js";
import { measureStructure, type StructureEvidence } from "../../../src/comparison/null/measure-structure.js";
import { neighbouringDips } from "../../../src/comparison/null/neighbouring-dips.js";
import { separateGroups } from "../../../src/comparison/null/separate-groups.js";
import { spreadTies } from "../../../src/comparison/null/spread-ties.js";
import { structureVerdict } from "../../../src/comparison/null/structure-verdict.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { plantedBlobs, plantedCircles, plantedMoons } from "../../clustering/planted.js";

const answerOf = async ({ matrix }: { matrix: Parameters<typeof measureStructure>[0] }) =>
  structureVerdict(await measureStructure(matrix, { surrogates: 3 })).answer;

describe("groups that stand apart", () => {
  it.each([
    ["blobs", plantedBlobs()],
    ["moons", plantedMoons()],
    ["a ring around a disc", plantedCircles()],
  ])("are the planted ones: %s", async (_, { matrix, truth }) => {
    const { labels, groups } = await findSeparateGroups(matrix);
    expect(groups).toBe(Math.max(...truth) + 1);
    const pairs = new Set(truth.map((own, i) => `${own} ${labels[i]}`));
    expect(pairs.size).toBe(groups);
  });

  it("are joined where no valley lies between slices, and noise stays out", () => {
    const { matrix, truth } = plantedBlobs();
    const sliced = Int32Array.from(truth, (own, i) =>
      i === 0 ? -1 : own === 0 ? (matrix.data[i * 3]! < 0 ? 0 : 3) : own,
    );
    const { groups, labels, valleys } = separateGroups(matrix, sliced);
    expect([groups, labels[0]]).toEqual([3, -1]);
    expect(new Set(labels.filter((_, i) => truth[i] === 0 && i > 0)).size).toBe(1);
    expect(valleys.every(({ p }) => p <= 0.01)).toBe(true);
  });

  it("are looked for between neighbours only", () => {
    const random = createRandom(1);
    const labels = Int32Array.from({ length: 300 }, (_, i) => i % 3);
    const inLine = createMatrix(Array.from(labels, (label) => [10 * label + random.normal(), random.normal()]));
    expect(neighbouringDips(inLine, labels).map(({ a, b }) => [a, b])).toEqual(
      expect.arrayContaining([
        [0, 1],
        [1, 2],
      ]),
    );
    expect(neighbouringDips(inLine, labels)).toHaveLength(2);
  });

  it("are not made of counts: equal values are spread over the room they have", () => {
    expect([...spreadTies([3, 1, 1, 2, 3])]).toEqual([2.75, 0.75, 1.25, 2, 3.25]);
    expect([...spreadTies([4, 4, 4])]).toEqual([4, 4, 4]);
    const random = createRandom(1);
    expect([...spreadTies([1, 1, 1, 1, 5], random)].sort((a, b) => a - b)).toEqual([-0.5, 0.5, 1.5, 2.5, 5]);
  });
});

describe("the verdict on structure", () => {
  let moons: StructureEvidence;
  beforeAll(async () => {
    moons = await measureStructure(plantedMoons().matrix, { surrogates: 3 });
  });

  it.each(Object.entries(structureless))("finds no groups in %s", async (_, make) => {
    expect(await answerOf(make(1))).toBe("slices of a continuum");
  });

  it.each(Object.entries(spikes))("finds a spike in %s", async (_, make) => {
    expect(await answerOf(make(1))).toBe("a spike in one column");
  });

  it.each(["blobs 4 deviations apart", "two moons"])("finds the groups of %s", async (name) => {
    expect(await answerOf(grouped[name]!(1))).toBe("separate groups");
  });

  it("says in numbers what decides", () => {
    const { answer, groups, reasons, advice } = structureVerdict(moons);
    expect([answer, groups]).toEqual(["separate groups", 2]);
    expect(reasons[0]).toMatch(
      /^2 groups stand apart: every valley between them is clear, the shallowest with dip 0\.\d{3}, against one mode p = 0\.00\d\d \(seen in \d+ slices\)\.$/,
    );
    expect(reasons[1]).toMatch(
      /^The groups come back in resamples \(the weakest: mean Jaccard index [01]\.\d\d, highly stable\)\.$/,
    );
    expect(reasons[2]).toMatch(
      /^Of \d+ candidates of k-means the largest lead over copula surrogates, that of k-means, k = \d \(silhouette 0\.\d{3} against 0\.\d{3}\), is .* \(p = [01]\.\d+, z = -?\d+\.\d\)/,
    );
    expect(advice).toMatch(/^The groups are there to be found/);
  });

  it("refuses groups that do not come back, and never takes stability for groups", () => {
    const shaky = structureVerdict({ ...moons, stability: 0.55 });
    expect(shaky).toMatchObject({ answer: "slices of a continuum", groups: 1 });
    expect(shaky.reasons[1]).toBe(
      "The groups do not come back in resamples (the weakest: mean Jaccard index 0.55, doubtful), so they do not count.",
    );
    const one = { ...moons.found, groups: 1, valleys: [] };
    const joined = structureVerdict({ ...moons, found: one, stability: 1 });
    expect(joined.answer).toBe("slices of a continuum");
    expect(joined.reasons[0]).toMatch(/ is a valley, but a way through neighbouring slices leads around it\.$/);
    const flat = { ...one, dips: one.dips.map((dip) => ({ ...dip, p: 0.2 })) };
    expect(structureVerdict({ ...moons, found: flat }).reasons[0]).toMatch(
      /^No part stands apart: no dip between two of \d+ slices is a clear valley \(the deepest: 0\.\d{3}, against one mode p = 0\.2000\)\.$/,
    );
  });

  it("names the column of a spike", () => {
    const verdict = structureVerdict({ ...moons, spikes: ["return_rate"] });
    expect(verdict.reasons[0]).toBe('"return_rate" has a value that many rows share; without it nothing stands apart.');
    expect(verdict.advice).toMatch(/^A rule on that column says the same/);
  });

  it("answers for a handful of rows, and for rows that are all the same", async () => {
    expect(
      await answerOf({
        matrix: createMatrix([
          [1, 2],
          [2, 1],
          [9, 9],
        ]),
      }),
    ).toBe("slices of a continuum");
    expect(await answerOf({ matrix: createMatrix([[1], [1], [1], [1]]) })).toBe("slices of a continuum");
  });
});
