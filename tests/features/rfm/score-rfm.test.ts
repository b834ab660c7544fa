import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreRfm } from "../../../src/features/rfm/score-rfm.js";
import { weightedRfm } from "../../../src/features/rfm/weighted-rfm.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/rfm-first-ties.json", import.meta.url), "utf8")) as {
  upTo: Record<string, number[]>;
  tied: Record<"days" | "orders" | "revenue" | "r" | "f" | "m", number[]>;
};

describe("scores with ties first", () => {
  it("cut where pandas' qcut cuts, for any number of customers", () => {
    for (const [size, upTo] of Object.entries(golden.upTo)) {
      const values = Array.from({ length: Number(size) }, (_, i) => i);
      const { f } = scoreRfm(values, values, values, { ties: "first", ids: values });
      expect([1, 2, 3, 4].map((score) => f.filter((own) => own <= score).length)).toEqual(upTo);
    }
  });

  it("part ties by ascending customer id as pandas does: the first ranks better in R, worse in F and M", () => {
    const { days, orders, revenue, r, f, m } = golden.tied;
    const ids = days.map((_, i) => String(9000 + i * 700));
    const scores = scoreRfm(days, orders, revenue, { ties: "first", ids });
    expect({ r: [...scores.r], f: [...scores.f], m: [...scores.m] }).toEqual({ r, f, m });
  });

  it("take ids by size, not as text, and ids that are no numbers last", () => {
    const same = [1, 1, 1, 1, 1];
    const { f } = scoreRfm(same, same, same, { ties: "first", ids: ["B7", "100", "A7", "20", "3"] });
    expect([...f]).toEqual([5, 3, 4, 2, 1]);
  });

  it("do not depend on the order of the rows", () => {
    const shop = fc.uniqueArray(fc.record({ id: fc.nat(500), value: fc.nat(4), at: fc.nat() }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(shop, (rows) => {
        const scoresOf = (some: typeof rows) => {
          const values = some.map(({ value }) => value);
          const { r, m } = scoreRfm(values, values, values, { ties: "first", ids: some.map(({ id }) => id) });
          return new Map(some.map(({ id }, i) => [id, [r[i], m[i]]]));
        };
        const turned = scoresOf(rows.toSorted((a, b) => a.at - b.at));
        for (const [id, scores] of scoresOf(rows)) expect(turned.get(id)).toEqual(scores);
      }),
    );
  });

  it("are refused without ids, for an id that stands twice, and for another word", () => {
    const two = [1, 2];
    expect(() => scoreRfm(two, two, two, { ties: "first" })).toThrow(
      'ties "first" ranks by customer id, but there are no ids for 2 customers; pass ids',
    );
    expect(() => scoreRfm(two, two, two, { ties: "first", ids: ["7", "7"] })).toThrow(
      "customer 7 stands in two rows; give one row a customer",
    );
    expect(() => scoreRfm(two, two, two, { ties: "average" as "first" })).toThrow(
      'ties "average" is not one of share, first',
    );
  });
});

describe("scores of either kind", () => {
  it("are refused for what is no number", () => {
    expect(() => scoreRfm([1, 2], [1, Number.NaN], [1, 2], { ids: ["12", "13"] })).toThrow(
      "orders of customer 13 is NaN, no number; fill it or leave the customer out",
    );
    expect(() => scoreRfm([1, 2], [1, 2], [null as unknown as number, 2])).toThrow(
      "net_revenue in row 1 is null, no number; fill it or leave the customer out",
    );
    expect(() => scoreRfm([1, 2], [1], [1, 2])).toThrow("1 values of orders for 2 customers; give one a customer");
  });
});

describe("the weighted score", () => {
  const scores = { r: Int32Array.of(5, 1, 3), f: Int32Array.of(5, 1, 1), m: Int32Array.of(5, 1, 5) };

  it("is the mean of the scores by weight, from 1 to 5", () => {
    expect([...weightedRfm(scores, { r: 1, f: 1, m: 1 })]).toEqual([5, 1, 3]);
    // (3 · 3 + 2 · 1 + 1 · 5) / 6
    expect(weightedRfm(scores, { r: 3, f: 2, m: 1 })[2]).toBeCloseTo(16 / 6, 12);
  });

  it("knows only proportions of weights", () => {
    const half = weightedRfm(scores, { r: 0.5, f: 0.25, m: 0.25 });
    expect([...half]).toEqual([...weightedRfm(scores, { r: 2, f: 1, m: 1 })]);
  });

  it("refuses weights that are negative, no numbers or all 0", () => {
    expect(() => weightedRfm(scores, { r: 1, f: -2, m: 1 })).toThrow(
      "the weight of F is -2; weights are numbers from 0 up",
    );
    expect(() => weightedRfm(scores, { r: 1, f: 1 } as never)).toThrow("the weight of M is undefined;");
    expect(() => weightedRfm(scores, { r: 0, f: 0, m: 0 })).toThrow(
      "the weights of R, F and M are all 0; give one of them a weight",
    );
  });
});
