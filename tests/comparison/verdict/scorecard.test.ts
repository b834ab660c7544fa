import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scorecard } from "../../../src/comparison/verdict/scorecard.js";
import { scorecardCriteria } from "../../../src/comparison/verdict/scorecard-criteria.js";
import { scorecardTable } from "../../../src/comparison/verdict/scorecard-table.js";
import type { ScoredCandidate } from "../../../src/comparison/verdict/scored-candidate.js";

const good: ScoredCandidate = {
  name: "k-means, k = 4",
  sizes: [250, 250, 250, 250],
  noise: 0,
  separation: { value: 0.6, nullMean: 0.35, nullDeviation: 0.01, pValue: 0.05 },
  stability: [0.95, 0.95, 0.95, 0.95],
  explainability: 1,
  usefulness: { label: 0.4, segment: 0.2, low: 0.1, high: 0.3 },
};
const poor: ScoredCandidate = {
  name: "DBSCAN, eps = 3",
  sizes: [396, 4],
  noise: 600,
  separation: { value: 0.34, nullMean: 0.35, nullDeviation: 0.01 },
  stability: [0.9, 0.3],
  explainability: 0.4,
  usefulness: { label: 0.02, segment: 0.2, low: -0.2, high: -0.15 },
};

describe("a scorecard", () => {
  const card = scorecard([poor, good]);

  it("gives 1 to what cannot be better and ranks it first, with the numbers kept", () => {
    expect(card.rows.map(({ name }) => name)).toEqual(["k-means, k = 4", "DBSCAN, eps = 3"]);
    const [first, second] = card.rows;
    expect(first!.total).toBeCloseTo(1, 12);
    expect(first!.scores.map(({ score }) => score)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(first!.scores.map(({ raw }) => Number(raw.toPrecision(6)))).toEqual([0.25, 0.95, 4, 0, 1, 0.4]);
    expect(first!.warnings).toEqual([]);
    const scores = Object.fromEntries(second!.scores.map(({ criterion, score }) => [criterion, score]));
    expect(scores).toMatchObject({ separation: 0, noise: 0, stability: 1 });
    // noise is a third group: guessing finds a third, 0.4 is a tenth of the way from there to 1
    expect(scores.explainability).toBeCloseTo(0.1, 12);
    expect(scores.usefulness).toBeCloseTo(0.05, 12);
    // 99 % and 1 %
    expect(scores.balance).toBeCloseTo(Math.exp(-(0.99 * Math.log(0.99) + 0.01 * Math.log(0.01))) - 1, 12);
  });

  it("believes in no groups that hang on the seed, and says so", () => {
    const { rows } = scorecard([{ ...good, seedAgreement: 0.7 }]);
    const { raw, score, text } = rows[0]!.scores.find(({ criterion }) => criterion === "stability")!;
    expect(raw).toBe(0.7);
    expect(score).toBeCloseTo(0.4, 12);
    expect(text).toBe("other seeds give groups that agree with these to 0.70 (adjusted Rand index)");
    expect(rows[0]!.warnings).toEqual(["other seeds give other groups (adjusted Rand index 0.70): borders are chance"]);
    expect(scorecard([{ ...good, seedAgreement: 1 }]).rows[0]!.total).toBe(card.rows[0]!.total);
  });

  it("adds the scores up by its weights, which are shares of 1", () => {
    expect(card.weights).toEqual({
      separation: 0.3,
      stability: 0.2,
      balance: 0.1,
      noise: 0.1,
      explainability: 0.1,
      usefulness: 0.2,
    });
    const second = card.rows[1]!;
    const byHand = second.scores.reduce((sum, { criterion, score }) => sum + card.weights[criterion] * score, 0);
    expect(second.total).toBeCloseTo(byHand, 12);
  });

  it("follows weights that are changed: with stability alone the other wins", () => {
    const none = { separation: 0, balance: 0, noise: 0, explainability: 0, usefulness: 0 };
    const other = scorecard([{ ...good, stability: [0.7, 0.7, 0.7, 0.7] }, poor], { weights: none });
    expect(other.weights.stability).toBe(1);
    expect(other.rows.map(({ name }) => name)).toEqual(["DBSCAN, eps = 3", "k-means, k = 4"]);
    expect(other.rows[1]!.total).toBeCloseTo(0.4, 12);
  });

  it("says in words what speaks for a candidate and against it, weightiest first", () => {
    expect(card.rows[0]!.reasons.slice(0, 2)).toEqual([
      "for: silhouette 0.60, 0.25 above surrogates without groups",
      "for: groups come back to 0.95 when customers are drawn anew, as slices of one cloud may too",
    ]);
    expect(card.rows[1]!.reasons).toContain("against: silhouette 0.34, 0.01 below surrogates without groups");
    expect(card.rows[1]!.reasons).toContain("against: 60.0 % of the customers are in no group");
    expect(card.rows[1]!.reasons).toContain("against: tells 2 % of what customers do next, the RFM segment 20 %");
  });

  it("warns of tiny and unstable clusters, of noise, of the null and of RFM", () => {
    expect(card.rows[1]!.warnings).toEqual([
      "under 1 % of the customers: cluster 1 (4)",
      "60.0 % of the customers are noise, more than half",
      "not stable, a Jaccard share under 0.6 when customers are drawn anew: cluster 1 (0.30)",
      "no better than copula surrogates: customers without groups give as good a separation",
      "tells less of what customers do next than the RFM segment: 2.0 % of the deviance against 20.0 %",
    ]);
  });

  it("becomes a table of one row a candidate", () => {
    expect(scorecardTable(card).columnNames()).toEqual([
      "candidate",
      "total",
      "measured",
      ...scorecardCriteria.map(({ name }) => name),
    ]);
    expect(scorecardTable(scorecard([{ name: "bare", sizes: [5, 5], noise: 0 }])).object()).toMatchObject({
      total: 1,
      separation: null,
      balance: 1,
    });
  });
});

describe("what was not measured", () => {
  it("takes its weight along, is said, and ranks behind what was", () => {
    const { stability: _, usefulness: __, ...bare } = good;
    const { rows } = scorecard([{ ...bare, name: "bare" }, poor]);
    expect(rows.map(({ name }) => name)).toEqual(["DBSCAN, eps = 3", "bare"]);
    expect(rows[1]!).toMatchObject({ total: 1, measured: 0.6 });
    expect(rows[1]!.warnings).toEqual(["stability, usefulness not measured: the total rests on 60 % of the weights"]);
  });

  it("is no matter where it has no weight", () => {
    const { stability: _, ...bare } = good;
    const [row] = scorecard([bare], { weights: { stability: 0 } }).rows;
    expect(row).toMatchObject({ measured: 1, warnings: [] });
  });
});

describe("the warnings of all candidates", () => {
  it("say where the indices have other favourites", () => {
    const indices = (silhouette: number, daviesBouldin: number) => ({
      silhouette: { value: silhouette, better: "larger" as const },
      "Davies–Bouldin": { value: daviesBouldin, better: "smaller" as const },
    });
    const [a, b] = [
      { ...good, name: "a" },
      { ...good, name: "b" },
    ];
    const apart = scorecard([
      { ...a, indices: indices(0.5, 1.2) },
      { ...b, indices: indices(0.4, 0.9) },
    ]);
    expect(apart.warnings).toEqual([
      "among these candidates the indices disagree: silhouette prefers a, Davies–Bouldin prefers b",
    ]);
    const alike = scorecard([
      { ...a, indices: indices(0.5, 0.8) },
      { ...b, indices: indices(0.4, 0.9) },
    ]);
    expect(alike.warnings).toEqual([]);
  });

  it("say when no candidate is better than its surrogates", () => {
    const null_ = { value: 0.361, nullMean: 0.348, nullDeviation: 0.009 };
    const slices = [3, 4].map((k) => ({ ...good, name: `k = ${k}`, separation: null_ }));
    expect(scorecard(slices).warnings).toEqual([
      "none of the 2 candidates with a null is better than its copula surrogates: take the groups as slices of a continuum",
    ]);
    expect(scorecard([...slices, good]).warnings).toEqual([]);
  });
});

describe("bad input", () => {
  it("is refused in a line that says what to do", () => {
    expect(() => scorecard([])).toThrow("no candidates to judge; compare at least one clustering");
    expect(() => scorecard([{ name: "empty", sizes: [], noise: 0 }])).toThrow('candidate "empty" has no customers');
    const beauty = { beauty: 1 } as Record<string, number>;
    expect(() => scorecard([good], { weights: beauty })).toThrow('no criterion "beauty"; weights go to separation,');
    expect(() => scorecard([good], { weights: { noise: -1 } })).toThrow("the weight of noise is -1");
    const zero = Object.fromEntries(scorecardCriteria.map(({ name }) => [name, 0]));
    expect(() => scorecard([good], { weights: zero })).toThrow("all weights are 0");
  });

  it("judges all noise and one group without a number that is none", () => {
    const { rows } = scorecard([
      { name: "all noise", sizes: [], noise: 100 },
      { name: "one", sizes: [100], noise: 0, explainability: 1, stability: [1] },
    ]);
    for (const { total } of rows) expect(total).toBeLessThan(1);
    const [one, noise] = rows;
    expect(noise!.warnings).toContain("all customers are noise: there is no group");
    expect(one!.warnings).toContain("there is one group only: nothing is told apart");
  });
});

it("scores stay within 0 and 1, and so does the total, for any numbers", () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 500 }),
      fc.tuple(number, number, number, number, number),
      (sizes, noise, [value, nullMean, explainability, label, segment]) => {
        const candidate = { name: "any", sizes, noise, separation: { value, nullMean }, explainability };
        const [row] = scorecard([
          { ...candidate, stability: sizes.map(() => 0.7), usefulness: { label, segment } },
        ]).rows;
        for (const { score } of row!.scores) expect(Number.isNaN(score) || (score >= 0 && score <= 1)).toBe(true);
        expect(row!.total >= 0 && row!.total <= 1).toBe(true);
      },
    ),
  );
});
