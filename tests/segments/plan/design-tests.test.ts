import { describe, expect, it } from "vitest";
import { designTests, type TestableList } from "../../../src/segments/plan/design-tests.js";
import { detectableUplift } from "../../../src/segments/plan/detectable-uplift.js";

const rules = { alpha: 0.05, power: 0.8, holdoutShare: 0.1 };
const list = (name: string, size: number, assumedUplift: number, channel = "e-mail"): TestableList => ({
  name,
  channel,
  contacts: size * 0.9,
  heldOut: size * 0.1,
  baseline: 0.2,
  assumedUplift,
});

describe("the design of tests", () => {
  const designs = designTests(
    [list("A", 1000, 0.05), list("B", 1000, 0.05, "letter"), list("C", 6000, 0.05), list("D", 100_000, 0.05)],
    rules,
  );

  it("says that a large list is enough by itself", () => {
    const { text, ...design } = designs[3]!;
    expect(design).toMatchObject({ learnable: true, pool: null, waves: 1 });
    expect(design.detectableUplift).toBe(detectableUplift({ contacts: 90_000, heldOut: 10_000, baseline: 0.2 }));
    expect(text).toBe(
      "90,000 contacted against 10,000 held out find an uplift of 1.2 points or more (two-sided 5 %, power 80 %); 5.0 points are assumed: one wave is enough.",
    );
  });

  it("names what would do where a list cannot be learnt alone: customers, waves, and the lists to pool with", () => {
    const { text, ...design } = designs[0]!;
    expect(design).toMatchObject({ learnable: false });
    expect(design.detectableUplift!).toBeGreaterThan(0.05);
    expect(design.waves).toBe(Math.ceil(design.customersNeeded! / 1000));
    // C has the same channel; B has another and is tried after it; D, which needs nobody, would come last
    expect(design.pool).toMatchObject({ lists: ["A", "C"], waves: 1, contacts: 6300, heldOut: 700 });
    expect(design.pool!.detectable!).toBeLessThanOrEqual(0.05);
    expect(text).toContain("the assumed 5.0 points cannot be learnt from this segment alone: it takes ");
    expect(text).toContain("or one wave read together with C.");
    expect(text).toContain("With half of them held out, one wave finds ");
    expect(design.detectableAtHalf!).toBeLessThan(design.detectableUplift!);
  });

  it("counts the waves of all lists where even together they are too few", () => {
    const [first] = designTests([list("A", 100, 0.01), list("B", 200, 0.01)], rules);
    expect(first!.pool).toMatchObject({ lists: ["A", "B"] });
    expect(first!.pool!.waves).toBe(Math.ceil(first!.customersNeeded! / 300));
    expect(first!.text).toContain("waves of all 2 lists read together");
  });

  it("is honest about lists of nobody, of one, without a forecast and without an uplift", () => {
    const nobody = { ...list("A", 0, 0.05), baseline: null };
    const one = { ...list("B", 0, 0.05), contacts: 1, heldOut: 0 };
    const unknown = { ...list("C", 1000, 0.05), baseline: null };
    const idle = list("D", 1000, 0);
    const texts = designTests([nobody, one, unknown, idle], rules).map(({ text }) => text);
    expect(texts[0]).toBe("Nobody is contacted, so there is nothing to learn.");
    expect(texts[1]).toContain("1 contacted against 0 held out are too few to find any uplift");
    expect(texts[2]).toBe(
      "900 contacted against 100 held out; without a forecast it is not known what uplift they can find.",
    );
    expect(texts[3]).toContain("cannot be learnt from this segment alone, and no number of customers would do.");
  });
});
