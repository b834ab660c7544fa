import { describe, expect, it } from "vitest";
import { checkSegmentRules } from "../../../src/features/rfm/check-segment-rules.js";
import { publishedRules } from "../../../src/features/rfm/segment-rules.js";
import { segmentation } from "../../../src/features/rfm/segmentation.js";

describe("the published rules", () => {
  // the list as notebooks have it, statement by statement
  function published(r: number, f: number, m: number): string {
    if (r === 5 && f === 5 && m === 5) return "Champions";
    if (r >= 4 && f >= 4 && m >= 3) return "Loyal Customers";
    if (r >= 3 && f <= 3 && m <= 3) return "Potential Loyalists";
    if (r >= 4 && f <= 1) return "Recent Customers";
    if (r >= 3 && f <= 1) return "Promising";
    if (r === 3 && f >= 2 && f <= 3) return "Need Attention";
    if (r >= 2 && r <= 3 && f >= 2 && f <= 3) return "About To Sleep";
    if (r <= 2 && f >= 4 && m >= 4) return "Can't Lose Them";
    if (r <= 2 && f >= 2 && m >= 2) return "At Risk";
    if (r <= 2 && f <= 2 && m <= 2) return "Hibernating";
    return "Lost";
  }

  it("say of all 125 triples what the published list says", () => {
    const segmentOf = segmentation({ rules: publishedRules });
    for (let r = 1; r <= 5; r++)
      for (let f = 1; f <= 5; f++)
        for (let m = 1; m <= 5; m++) expect([r, f, m, segmentOf(r, f, m)]).toEqual([r, f, m, published(r, f, m)]);
  });

  it("pass their own check, and have a hole without their last resort", () => {
    expect(checkSegmentRules(JSON.parse(JSON.stringify(publishedRules)))).toEqual(publishedRules);
    expect(() => checkSegmentRules({ rules: publishedRules.rules })).toThrow(
      'no rule takes R=1, F=1, M=3; add one, or name a segment as "otherwise"',
    );
  });
});

describe("rules of one's own", () => {
  it("need no last resort where they take every triple", () => {
    const rules = { segments: ["A", "B"], rules: [{ segment: "A", r: [4, 5] }, { segment: "B" }] };
    expect(checkSegmentRules(rules)).toEqual(rules);
    const segmentOf = segmentation({ rules: checkSegmentRules(rules) });
    expect([segmentOf(4, 1, 1), segmentOf(3, 5, 5)]).toEqual(["A", "B"]);
  });

  it.each([
    [{ rules: [{ segment: "Best" }] }, 'rule 1 names the segment "Best"; there are Champions, Loyal Customers,'],
    [
      { rules: [{ segment: "Lost", r: [0, 3] }] },
      "r of rule 1 (Lost) is [0,3]; a range is [from, to] with whole scores from 1 to 5",
    ],
    [{ rules: [{ segment: "Lost", m: [4, 2] }] }, "m of rule 1 (Lost) is [4,2];"],
    [{ rules: [{ segment: "Lost", v: [1, 2] }] }, 'rule 1 (Lost) takes "r", "f" and "m", not "v"'],
    [{ rules: [], otherwise: "Gone" }, '"otherwise" of the segment rules names "Gone"; there are Champions,'],
    [{ rule: [] }, 'the segment rules are no object with a list "rules"'],
  ])("are refused where they are wrong: %#", (loose, message) => {
    expect(() => checkSegmentRules(loose)).toThrow(message);
  });

  it("do not go together with a map", () => {
    const map = checkSegmentMapOfLost();
    expect(() => segmentation({ map, rules: publishedRules })).toThrow(
      "both a map and rules are given; choose one of them",
    );
  });
});

function checkSegmentMapOfLost() {
  const row = ["Lost", "Lost", "Lost", "Lost", "Lost"];
  return { segments: ["Lost"], cells: { R1: row, R2: row, R3: row, R4: row, R5: row } };
}
