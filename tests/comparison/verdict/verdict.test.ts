import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { compareClusterings } from "../../../src/comparison/compare-clusterings.js";
import { verdict } from "../../../src/comparison/verdict/verdict.js";
import { displayOf } from "../../../src/lab/show.js";
import { noise, plantedBlobs } from "../../clustering/planted.js";

const quick = { cache: false, resamples: 6, surrogates: 19, seed: 2 } as const;
const candidates = [2, 3, 4, 5].flatMap((k) => [
  { algorithm: "kmeans", options: { k } },
  { algorithm: "hierarchical", options: { linkage: "ward", k } },
]);

describe("the verdict", () => {
  it("takes the groups that stand apart, and says why", async () => {
    const { matrix } = plantedBlobs();
    const found = verdict(await compareClusterings(matrix, candidates, quick));
    expect(found.structure).toMatchObject({ answer: "separate groups", groups: 3 });
    expect(found.chosen.clustering.clusters).toBe(3);
    expect(found.summary).toMatch(
      /^(k-means|ward), k = 3 \(0\.\d+ of 1\) scores best, ahead of .*\. Its groups are separate groups, as many as stand apart\.$/,
    );
    expect(found.row.reasons[0]).toMatch(/^for: /);
    expect(found.row.name).toBe(found.chosen.name);
  });

  it("takes the run nearest to what the rows are likely made of, where another scores higher too", async () => {
    const comparison = await compareClusterings(plantedBlobs().matrix, candidates, quick);
    const none = { separation: 0, stability: 0, noise: 0, explainability: 0, usefulness: 0 };
    const { card } = verdict(comparison, { weights: { ...none, balance: 1 } });
    const last = comparison.weighed!.finalists.find(({ run }) => run.name === card.rows.at(-1)!.name)!.run;
    const parts = [{ labels: last.clustering.labels, groups: last.clustering.clusters, weight: 1 }];
    const reference = { from: "mixture", isBounded: true, parts } as const;
    const other = { ...comparison, weighed: { ...comparison.weighed!, reference } };
    const found = verdict(other, { weights: { ...none, balance: 1 } });
    expect(adjustedRandIndex(found.chosen.clustering.labels, last.clustering.labels)).toBeGreaterThan(0.98);
    expect(found.basis).toBe("reference");
    expect(found.chosen.name).not.toBe(card.rows[0]!.name);
    expect(found.summary).toContain("is nearest to the groups that the rows are likely made of; ");
  });

  it("takes a handy number of groups where the borders are ours, and says which would be ahead", async () => {
    const found = verdict(await compareClusterings(noise(400, 3), candidates, quick));
    expect(found.structure.answer).toBe("slices of a continuum");
    expect(found.basis).toBe("use");
    expect(found.chosen.clustering.clusters).toBeGreaterThanOrEqual(4);
    if (found.card.rows[0]!.name !== found.chosen.name) {
      expect(found.summary).toContain("the number of groups is chosen for use: among the finalists with 4 to 8 groups");
    }
  });

  it("follows weights, and what was measured beside", async () => {
    const comparison = await compareClusterings(noise(400, 3), candidates, quick);
    const only = (criterion: "stability" | "explainability") => {
      const weights = {
        separation: 0,
        stability: 0,
        balance: 0,
        noise: 0,
        explainability: 0,
        usefulness: 0,
        [criterion]: 1,
      };
      return verdict(comparison, { weights }).card.rows.map(({ total }) => total);
    };
    for (const totals of [only("stability"), only("explainability")]) {
      expect(totals).toEqual(totals.toSorted((a, b) => b - a));
    }
    expect(only("stability")).not.toEqual(only("explainability"));
    expect(() => verdict(comparison, { weights: { beauty: 1 } as never })).toThrow('no criterion "beauty"');
  });

  it("shows the outcome, the reasons, the scorecard and what to beware of, as inert text", async () => {
    const found = verdict(await compareClusterings(noise(200, 2), candidates, quick));
    const { bundle, text } = displayOf(found);
    expect(bundle["text/html"]).toContain("Scorecard, 0 to 1 (weights: separation 30 %");
    expect(text).toContain(found.summary);
    for (const warning of found.warnings) expect(text).toContain(warning.split(":")[0]);
  });

  it("says what it lacks", async () => {
    const matrix = noise(60, 2);
    const plain = await compareClusterings(matrix, candidates, { ...quick, finalists: 0 });
    expect(() => verdict(plain)).toThrow("the comparison has no finalists to judge; compare with finalists above 0");
    const noiseOnly = [{ algorithm: "dbscan", options: { eps: 1e-9, minPoints: 5 } }];
    const none = await compareClusterings(matrix, noiseOnly, quick);
    expect(() => verdict(none)).toThrow(
      "none of 1 candidates has groups that can be used: two or more, none under 1 % of the rows, at most half noise",
    );
  });
});
