import { describe, expect, it } from "vitest";
import { chooseK } from "../../../src/comparison/choosing/choose-k.js";
import { kChoiceTable } from "../../../src/comparison/choosing/k-choice-table.js";

describe("the vote on the number of groups", () => {
  it("counts one vote a criterion and names those who disagree", () => {
    const choice = chooseK([
      { k: 2, silhouette: 0.4, calinskiHarabasz: 90, daviesBouldin: 0.8 },
      { k: 3, silhouette: 0.5, calinskiHarabasz: 80, daviesBouldin: 0.7 },
      { k: 4, silhouette: 0.3, calinskiHarabasz: 70, daviesBouldin: 0.9 },
    ]);
    expect(choice).toMatchObject({ k: 3, tied: [3], support: 2, voters: 3 });
    expect(choice.summary).toBe(
      "2 of 3 criteria pick k = 3 (silhouette, Davies–Bouldin). Others: Calinski–Harabasz k = 2.",
    );
  });

  it("gives a tie to the smaller number and says so", () => {
    const choice = chooseK([
      { k: 5, silhouette: 0.5, daviesBouldin: 1 },
      { k: 3, silhouette: 0.4, daviesBouldin: 0.9 },
    ]);
    expect(choice).toMatchObject({ k: 3, tied: [3, 5] });
    expect(choice.summary).toBe(
      "A tie with 1 of 2 votes each: k = 3 (Davies–Bouldin) and k = 5 (silhouette); the smaller is taken.",
    );
  });

  it("lets the gap statistic vote for one group, and the elbow and BIC where they are known", () => {
    const inertia = [100, 42, 18, 15, 13];
    const choice = chooseK(
      inertia.map((value, i) => ({ k: i + 1, inertia: value, gap: 0.5 - i * 0.1, gapError: 0.01, bic: 50 - i })),
    );
    expect(choice.votes.map(({ criterion, pick }) => [criterion, pick])).toEqual([
      ["gap statistic", 1],
      ["elbow", 3],
      ["BIC of mixtures", 5],
    ]);
  });

  it("leaves out what is not a number, and says where nothing votes", () => {
    const choice = chooseK([{ k: 2, silhouette: Number.NaN }, { k: 3 }]);
    expect(choice).toMatchObject({ k: null, tied: [], votes: [], summary: "No criterion picks a number of groups." });
    expect(
      chooseK([
        { k: 2, silhouette: Number.NaN },
        { k: 3, silhouette: 0.1 },
      ]).summary,
    ).toBe("Only silhouette votes: k = 3.");
  });

  it("stands in a table, criterion by k", () => {
    const table = kChoiceTable(
      chooseK([
        { k: 2, silhouette: 0.4 },
        { k: 3, silhouette: 0.5, bic: 7 },
      ]),
    );
    expect(table.objects()).toEqual([
      { criterion: "silhouette", k_2: 0.4, k_3: 0.5, pick: 3, rule: "largest" },
      { criterion: "BIC of mixtures", k_2: null, k_3: 7, pick: 3, rule: "smallest" },
    ]);
  });

  it("refuses a k that stands twice", () => {
    expect(() => chooseK([{ k: 2 }, { k: 2 }])).toThrow("k = 2 stands twice; give one entry a k");
  });
});
