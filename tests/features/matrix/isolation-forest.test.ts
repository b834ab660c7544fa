import { sampleRankCorrelation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { createMatrix } from "../../../src/core/matrix.js";
import { averagePathLength } from "../../../src/features/matrix/isolation-forest.js";
import { outlierScores } from "../../../src/features/matrix/outlier-scores.js";
import { golden } from "./golden.js";

/** The chance that an outlier scores above one of the crowd. */
function auc(scores: Float64Array, outliers: number): number {
  const crowd = [...scores].slice(0, -outliers);
  const wins = [...scores].slice(-outliers).map((score) => {
    return crowd.reduce((sum, other) => sum + (score > other ? 1 : score === other ? 0.5 : 0), 0) / crowd.length;
  });
  return wins.reduce((sum, share) => sum + share, 0) / outliers;
}

describe("an isolation forest", () => {
  it.each(Object.entries(golden.forests))(
    "ranks as scikit-learn's: %s",
    (_, { rows, outliers, scores, auc: expected }) => {
      for (const seed of [1, 2, 3]) {
        const own = outlierScores(createMatrix(rows), { seed });
        expect(sampleRankCorrelation([...own], scores)).toBeGreaterThan(0.95);
        expect(Math.abs(auc(own, outliers) - expected)).toBeLessThan(0.02);
      }
      // with as many trees as the fixture the scores are the same, not only their order
      const many = outlierScores(createMatrix(rows), { trees: 5000 });
      expect(sampleRankCorrelation([...many], scores)).toBeGreaterThan(0.995);
      expect(Math.max(...many.map((score, i) => Math.abs(score - scores[i]!)))).toBeLessThan(0.01);
    },
  );

  it("has the paper's mean path lengths", () => {
    for (const [n, length] of golden.pathLengths) expect(averagePathLength(n)).toBeCloseTo(length, 12);
  });

  it("gives the same scores for the same seed, whatever the order of the rows", () => {
    const { rows } = golden.forests["two crowds"]!;
    const scores = outlierScores(createMatrix(rows));
    const order = rows.map((_, i) => (i * 37) % rows.length);
    const shuffled = outlierScores(createMatrix(order.map((i) => rows[i]!)));
    expect([...shuffled]).toEqual(order.map((i) => scores[i]));
    expect([...outlierScores(createMatrix(rows), { seed: 2 })]).not.toEqual([...scores]);
  });

  it("finds nothing among equal rows", () => {
    const same = outlierScores(createMatrix([[1], [1], [1], [1]]), { trees: 5 });
    for (const score of same) expect(score).toBeCloseTo(0.5, 12);
  });

  it("says what it cannot do", () => {
    expect(() => outlierScores(createMatrix([[1]]))).toThrow("an isolation forest needs 2 rows, not 1");
    expect(() => outlierScores(createMatrix([[1], [2]]), { trees: 0 })).toThrow(
      "trees is 0; give a whole number from 1",
    );
  });
});
